import { Button, type ButtonProps } from 'antd'
import { useState } from 'react'
import {
  createEstateStandard,
  type EstateStandard,
  listEstateStandards,
  listStandardItems,
  listStandards,
} from '#contract/standards.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation, useApiQuery, usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './standards.module.css'
import { unsetLimits } from './unset-limits.rules.ts'
import { UnsetLimits } from './unset-limits.tsx'
import { VersionState } from './version-state.tsx'

const sizes = (row: EstateStandard) => ({
  off: Object.keys(row.off).length,
  added: row.added.length,
  changed: Object.keys(row.changed).length,
})

/** What this estate does otherwise than the company, version by version. */
export const EstateVersions = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const can = useCan()
  const notice = useNotice()
  const [busy, setBusy] = useState(false)
  const pages = usePages(listEstateStandards, { params: { estateId }, query: {} })
  const create = useApiMutation(createEstateStandard)
  const draft = pages.rows.find((row) => row.state === 'draft')
  // what is looked at today goes by what is in force; a draft is where it can be set
  const held = pages.rows.find((row) => row.inForce)
  const company = useApiQuery(listStandards, { query: { limit: 200 } }).data?.rows.find((row) => row.inForce)
  const waiting = useApiQuery(
    listStandardItems,
    company && !pages.isPending
      ? { params: { id: company.id }, query: { siteLimit: 'true', active: 'true', limit: 200 } }
      : null,
  )
  const unset = unsetLimits(waiting.data?.rows ?? [], held ?? { off: {}, changed: {} })
  const may = can('standard.vary')
  const begin = async () => {
    if (draft) return go(`standards/own/${draft.id}`)
    setBusy(true)
    try {
      const made = await create.mutateAsync({ params: { estateId }, body: {} })
      go(`standards/own/${made.id}`)
    } catch (error) {
      notice.bad(error)
    } finally {
      setBusy(false)
    }
  }
  const vary = (look: Pick<ButtonProps, 'type' | 'size'>) => (
    <Button {...look} loading={busy} onClick={() => void begin()}>
      {t(draft ? 'standards.goOn' : 'standards.vary')}
    </Button>
  )
  const add = may ? vary({ type: 'primary' }) : null
  const columns: Column<EstateStandard>[] = [
    {
      key: 'number',
      title: t('standardColumn.number'),
      width: 88,
      render: (row) => <strong className="w-figures">{row.number}</strong>,
    },
    { key: 'state', title: t('standardColumn.state'), width: 104, render: (row) => <VersionState of={row} /> },
    { key: 'from', title: t('standardColumn.effectiveFrom'), width: 128, render: (row) => row.effectiveFrom ?? '—' },
    { key: 'what', title: t('standards.otherwise'), render: (row) => t('standards.sizes', sizes(row)) },
    {
      key: 'by',
      title: t('standardColumn.publishedBy'),
      width: 128,
      wideOnly: true,
      render: (row) => row.publishedBy?.name ?? '—',
    },
  ]
  return (
    <>
      <UnsetLimits
        unset={unset}
        // set in a draft only; who sets none sees how the company leaves it to the estate
        onChoose={
          may && !draft
            ? undefined
            : ({ touchpoint }) =>
                may && draft
                  ? go(`standards/own/${draft.id}`, { touchpoint })
                  : go(`standards/${company?.id}`, { touchpoint, siteLimit: 'true' })
        }
        action={may && !draft ? vary({ size: 'small' }) : null}
      />
      <FilterBar items={[]} values={{}} onChange={() => undefined} active={[]} onClear={() => undefined}>
        {add}
        <ExportLink list={listEstateStandards} params={{ estateId }} query={{}} />
      </FilterBar>
      <DataTable<EstateStandard>
        label={t('standards.tab.estate')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`standards/own/${row.id}`)}
        card={(row) => (
          <span className={styles.card}>
            <span className={styles.tools}>
              <strong>{t('standards.version', { number: row.number })}</strong>
              <VersionState of={row} />
            </span>
            <span className="w-small w-quiet">
              {row.effectiveFrom ?? '—'} · {t('standards.sizes', sizes(row))}
            </span>
          </span>
        )}
        empty={<EmptyState title={t('standards.noVariant')} hint={t('standards.noVariantHint')} actions={add} />}
      />
    </>
  )
}
