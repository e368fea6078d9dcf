import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { z } from 'zod'
import { type AuditLine, exportAudit, listAudit } from '#contract/running.ts'
import { LocalDate } from '#contract/values.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { wordFor } from '#ui/matter/words.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import styles from './audit.module.css'

const Filters = z.object({
  action: z.string().max(60).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
})
const shown = (value: unknown) => (value === null || value === undefined ? '' : JSON.stringify(value))

/** FD-012: who did what, when, with what stood there before. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters, active, clear } = useUrlFilters(Filters)
  const pages = usePages(listAudit, { params: { estateId }, query: filters })
  const columns: Column<AuditLine>[] = [
    { key: 'at', title: t('outbox.at'), width: 150, render: (a) => <Instant at={a.at} show="absolute" /> },
    { key: 'who', title: t('audit.who'), width: 110, render: (a) => a.actor.name },
    {
      key: 'action',
      title: t('audit.action'),
      width: 190,
      render: (a) => wordFor(t, `auditAction.${a.action}`, a.action),
    },
    { key: 'purpose', title: t('audit.purpose'), width: 160, wideOnly: true, render: (a) => a.purpose ?? '—' },
    {
      key: 'change',
      title: t('audit.change'),
      render: (a) => (
        <span className={styles.change}>
          {shown(a.before)}
          {a.before && a.after ? ' → ' : ''}
          {shown(a.after)}
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHeader title={t('nav.audit')} hint={t('audit.hint')} />
      <FilterBar
        items={[
          { kind: 'search', name: 'action', label: t('audit.action') },
          { kind: 'dates', from: 'from', to: 'to', label: t('outbox.at') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={addressOf(exportAudit, { params: { estateId }, query: { ...filters, lang } })}
        >
          {t('common.export')}
        </Button>
      </FilterBar>
      <DataTable<AuditLine>
        label={t('nav.audit')}
        columns={columns}
        pages={pages}
        rowKey={(a) => a.id}
        filtered={active.length > 0}
      />
    </>
  )
}
