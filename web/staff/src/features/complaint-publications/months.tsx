import { listComplaintPublications, type PublicationLine } from '#contract/complaint-publication.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { HowToLink, HowToNotice } from './how-to-notice.tsx'
import styles from './publications.module.css'
import { TONE } from './tone.ts'

type State = PublicationLine['state']
const STATES: readonly State[] = ['missing', 'draft', 'approved', 'posted', 'none']

const State = ({ row }: { row: PublicationLine }) => {
  const { t } = useTexts()
  return (
    <span className={styles.facts}>
      <StateTag tone={TONE[row.state]}>{t(`complaintPublicationState.${row.state}`)}</StateTag>
      {row.late ? <StateTag tone="late">{t('publication.late')}</StateTag> : null}
    </span>
  )
}

const Posted = ({ posted }: Pick<PublicationLine, 'posted'>) => {
  const { t } = useTexts()
  if (!posted) return '—'
  const { on, places, otherPlace } = posted
  const said = places.map((place) => (place === 'other' && otherPlace ? otherPlace : t(`complaintPlace.${place}`)))
  return (
    <span className={styles.wrap}>
      <span className="w-figures">{on}</span> · {said.join(' · ')}
    </span>
  )
}

/** Every month with its state; one for which nothing was done by its day stays marked. */
export const Months = ({
  filter,
  onChange,
  onOpen,
}: {
  filter: { state?: State | undefined }
  onChange: (patch: Record<string, unknown>) => void
  onOpen: (month: string) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(listComplaintPublications, { params: { estateId }, query: filter })
  const active = filter.state === undefined ? [] : ['state']
  const columns: Column<PublicationLine>[] = [
    {
      key: 'month',
      title: t('publication.month'),
      width: 104,
      render: (row) => (
        <button type="button" className="w-link w-figures" onClick={() => onOpen(row.month)}>
          {row.month}
        </button>
      ),
    },
    {
      key: 'state',
      title: t('publication.state'),
      width: 168,
      render: (row) => <State row={row} />,
    },
    {
      key: 'due',
      title: t('publication.dueOn'),
      width: 128,
      render: (row) => <span className="w-figures">{row.dueOn}</span>,
    },
    {
      key: 'items',
      title: t('publication.items'),
      width: 104,
      align: 'end',
      render: (row) => <span className="w-figures">{row.state === 'missing' ? '—' : row.items}</span>,
    },
    {
      key: 'approved',
      title: t('publication.approvedBy'),
      width: 216,
      wideOnly: true,
      render: (row) =>
        row.approved ? (
          <>
            {row.approved.by.name} · <Instant at={row.approved.at} show="absolute" />
          </>
        ) : (
          '—'
        ),
    },
    {
      key: 'posted',
      title: t('publication.posted'),
      render: (row) => <Posted posted={row.posted} />,
    },
  ]
  return (
    <>
      <PageHeader title={t('nav.complaintPublications')} hint={t('publication.hint')} actions={<HowToLink />} />
      <HowToNotice />
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'state',
            label: t('publication.state'),
            options: STATES.map((value) => ({ value, label: t(`complaintPublicationState.${value}`) })),
          },
        ]}
        values={filter}
        onChange={onChange}
        active={active}
        onClear={() => onChange({ state: undefined })}
      >
        <ExportLink list={listComplaintPublications} params={{ estateId }} query={filter} />
      </FilterBar>
      <DataTable<PublicationLine>
        label={t('publication.months')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.month}
        onOpen={(row) => onOpen(row.month)}
        card={(row) => (
          <span className={styles.card}>
            <span className={styles.facts}>
              <button type="button" className="w-link w-figures" onClick={() => onOpen(row.month)}>
                {row.month}
              </button>
              <State row={row} />
            </span>
            <span className="w-small">
              {row.posted ? (
                <Posted posted={row.posted} />
              ) : (
                <span className="w-figures">
                  {t('publication.dueOn')} {row.dueOn}
                </span>
              )}
            </span>
          </span>
        )}
        filtered={active.length > 0}
      />
    </>
  )
}
