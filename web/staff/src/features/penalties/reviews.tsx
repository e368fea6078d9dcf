import { Button } from 'antd'
import { useState } from 'react'
import { listPenaltyReviews, type PenaltyReview } from '#contract/penalties.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { FilteredTable } from '#ui/list/filtered-table.tsx'
import { usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { DecideDialog } from './decide-form.tsx'
import styles from './penalties.module.css'

type Filter = {
  decided?: 'true' | 'false' | undefined
  from?: string | undefined
  to?: string | undefined
}

const Decision = ({ row, onDecide }: { row: PenaltyReview; onDecide: (() => void) | undefined }) => {
  const { t } = useTexts()
  if (row.decidedAt) {
    return (
      <span className={styles.cell}>
        <span className={styles.text}>{row.decision}</span>
        <span className="w-small w-quiet">
          {row.person ? row.person.name : t('penalties.nobody')} · {row.decidedBy?.name}{' '}
          <Instant at={row.decidedAt} show="absolute" />
        </span>
      </span>
    )
  }
  return (
    <span className={styles.open}>
      <StateTag tone="waiting">{t('penalties.open')}</StateTag>
      {onDecide ? (
        <Button size="small" aria-label={t('penalties.decideOf', { number: row.number })} onClick={onDecide}>
          {t('penalties.decide')}
        </Button>
      ) : null}
    </span>
  )
}

/** Reviews, newest first; a person decides each. */
export const Reviews = ({
  filter,
  onChange,
}: {
  filter: Filter
  onChange: (patch: Record<string, unknown>) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const [deciding, setDeciding] = useState<PenaltyReview>()
  const pages = usePages(listPenaltyReviews, { params: { estateId }, query: filter })
  const columns: Column<PenaltyReview>[] = [
    {
      key: 'matter',
      title: t('penalties.matter'),
      width: 240,
      render: (row) => (
        <span className={styles.cell}>
          <EstateLink to={`matters/${row.matterId}`}>{row.title}</EstateLink>
          <span className="w-small w-quiet w-figures">{row.number}</span>
        </span>
      ),
    },
    {
      key: 'finding',
      title: t('penalties.finding'),
      render: (row) => <span className={styles.text}>{row.finding}</span>,
    },
    {
      key: 'opened',
      title: t('penalties.openedAt'),
      width: 168,
      wideOnly: true,
      render: (row) => <Instant at={row.openedAt} show="absolute" />,
    },
    {
      key: 'decision',
      title: t('penalties.decision'),
      width: 300,
      render: (row) => <Decision row={row} onDecide={can('complaint.confirm') ? () => setDeciding(row) : undefined} />,
    },
  ]
  return (
    <>
      <FilteredTable<PenaltyReview>
        items={[
          {
            kind: 'select',
            name: 'decided',
            label: t('penalties.decidedFilter'),
            options: [
              { value: 'false', label: t('penalties.open') },
              { value: 'true', label: t('penalties.decided') },
            ],
          },
          { kind: 'dates', from: 'from', to: 'to', label: t('penalties.day') },
        ]}
        filter={filter}
        onChange={onChange}
        exported={listPenaltyReviews}
        label={t('penalties.reviews')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('penalties.noReviews')} hint={t('penalties.noReviewsHint')} />}
      />
      {deciding ? <DecideDialog review={deciding} onClose={() => setDeciding(undefined)} /> : null}
    </>
  )
}
