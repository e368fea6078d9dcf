import { Button } from 'antd'
import { useState } from 'react'
import { createStandard, listStandards, type StandardVersion } from '#contract/standards.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useApiMutation, usePages } from '#ui/query.ts'
import { useSpans } from '#ui/session.tsx'
import styles from './standards.module.css'
import { VersionState } from './version-state.tsx'

const DraftDialog = ({ from, onClose }: { from: StandardVersion; onClose: () => void }) => {
  const { t } = useTexts()
  const go = useGo()
  const create = useApiMutation(createStandard)
  return (
    <FormDialog
      title={t('standards.draftTitle')}
      intro={t('standards.draftHint', { number: from.number })}
      schema={createStandard.body}
      initial={{ fromId: from.id }}
      fields={{
        name: { label: t('standardColumn.name'), autoFocus: true },
        note: { label: t('standardColumn.note'), rows: 3 },
      }}
      draftKey={`standard from ${from.id}`}
      submitLabel={t('standards.begin')}
      onClose={onClose}
      explain={({ code }): Record<string, string> => (code === 'E_DUPLICATE' ? { name: t('standards.draftOpen') } : {})}
      onSubmit={async (body) => {
        const draft = await create.mutateAsync({ body })
        go(`standards/${draft.id}`)
      }}
    />
  )
}

/** The versions of the company standard; one that was published never changes. */
export const CompanyVersions = () => {
  const { t } = useTexts()
  const go = useGo()
  const spans = useSpans()
  const [from, setFrom] = useState<StandardVersion>()
  const pages = usePages(listStandards, { query: {} })
  const draftOf = (row: StandardVersion) => (
    <Button size="small" aria-label={t('standards.draftFrom', { number: row.number })} onClick={() => setFrom(row)}>
      {t('standards.copy')}
    </Button>
  )
  const columns: Column<StandardVersion>[] = [
    {
      key: 'number',
      title: t('standardColumn.number'),
      width: 88,
      render: (row) => <strong className="w-figures">{row.number}</strong>,
    },
    { key: 'name', title: t('standardColumn.name'), render: (row) => <span className={styles.wrap}>{row.name}</span> },
    { key: 'state', title: t('standardColumn.state'), width: 104, render: (row) => <VersionState of={row} /> },
    { key: 'from', title: t('standardColumn.effectiveFrom'), width: 128, render: (row) => row.effectiveFrom ?? '—' },
    {
      key: 'items',
      title: t('standardColumn.items'),
      width: 96,
      align: 'end',
      render: (row) => <span className="w-figures">{row.items}</span>,
    },
    {
      key: 'by',
      title: t('standardColumn.publishedBy'),
      width: 128,
      wideOnly: true,
      render: (row) => row.publishedBy?.name ?? '—',
    },
    ...(spans('standard.edit') ? [{ key: 'copy', title: t('standards.copyColumn'), width: 136, render: draftOf }] : []),
  ]
  return (
    <>
      <FilterBar items={[]} values={{}} onChange={() => undefined} active={[]} onClear={() => undefined}>
        <ExportLink list={listStandards} params={{}} query={{}} />
      </FilterBar>
      <DataTable<StandardVersion>
        label={t('standards.tab.company')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`standards/${row.id}`)}
        card={(row) => (
          <span className={styles.card}>
            <span className={styles.tools}>
              <strong>{t('standards.version', { number: row.number })}</strong>
              <VersionState of={row} />
            </span>
            <span className={styles.wrap}>{row.name}</span>
            <span className="w-small w-quiet">
              {row.effectiveFrom ?? '—'} · {t('places.itemCount', { count: row.items })}
            </span>
            {spans('standard.edit') ? draftOf(row) : null}
          </span>
        )}
      />
      {from ? <DraftDialog from={from} onClose={() => setFrom(undefined)} /> : null}
    </>
  )
}
