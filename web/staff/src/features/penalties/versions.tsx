import { Modal } from 'antd'
import { useState } from 'react'
import { listPenaltyRules, type PenaltyRule } from '#contract/penalties.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { useToday } from '#ui/order/order-times.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './penalties.module.css'

const State = ({ rule }: { rule: PenaltyRule }) => {
  const { t } = useTexts()
  const today = useToday()
  if (rule.inForce) return <StateTag tone="good">{t('penalties.current')}</StateTag>
  return rule.effectiveOn > today ? (
    <StateTag tone="waiting">{t('penalties.future')}</StateTag>
  ) : (
    <StateTag tone="ended">{t('penalties.former')}</StateTag>
  )
}

/** Every version as it was written; a row opens its text. */
export const Versions = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [reading, setReading] = useState<PenaltyRule>()
  const pages = usePages(listPenaltyRules, { params: { estateId }, query: {} })
  if (!pages.isPending && !pages.error && pages.rows.length === 0) return null
  const columns: Column<PenaltyRule>[] = [
    {
      key: 'number',
      title: t('penalties.number'),
      width: 112,
      render: (row) => (
        <button type="button" className="w-link w-figures" onClick={() => setReading(row)}>
          {t('penalties.version', { number: row.number })}
        </button>
      ),
    },
    { key: 'state', title: t('penalties.state'), width: 128, render: (row) => <State rule={row} /> },
    {
      key: 'from',
      title: t('penalties.effectiveOn'),
      width: 128,
      render: (row) => <span className="w-figures">{row.effectiveOn}</span>,
    },
    { key: 'text', title: t('penalties.text'), wideOnly: true, render: (row) => row.text },
    { key: 'by', title: t('penalties.author'), width: 112, render: (row) => row.createdBy.name },
    {
      key: 'at',
      title: t('penalties.writtenAt'),
      width: 168,
      render: (row) => <Instant at={row.createdAt} show="absolute" />,
    },
  ]
  return (
    <>
      <div className={styles.head}>
        <h2>{t('penalties.versions')}</h2>
        <span className={styles.end}>
          <ExportLink list={listPenaltyRules} params={{ estateId }} query={{}} />
        </span>
      </div>
      <DataTable<PenaltyRule>
        label={t('penalties.versions')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={setReading}
        card={(row) => (
          <span className={styles.cell}>
            <span className={styles.open}>
              <button type="button" className="w-link w-figures" onClick={() => setReading(row)}>
                {t('penalties.version', { number: row.number })}
              </button>
              <State rule={row} />
            </span>
            <span className="w-small">
              {t('penalties.since', { date: row.effectiveOn })} · {row.createdBy.name}
            </span>
          </span>
        )}
      />
      {reading ? (
        <Modal
          open
          footer={null}
          title={`${t('penalties.version', { number: reading.number })} · ${t('penalties.since', { date: reading.effectiveOn })}`}
          onCancel={() => setReading(undefined)}
        >
          <p className={styles.text}>{reading.text}</p>
        </Modal>
      ) : null}
    </>
  )
}
