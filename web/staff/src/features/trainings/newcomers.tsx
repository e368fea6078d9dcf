import { z } from 'zod'
import { listNewcomers, type Newcomer } from '#contract/trainings.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useApiQuery, usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './trainings.module.css'

const Filters = z.object({ newcomer: z.string().trim().max(100).optional() })
const topics = { topics: ['staff'] }

/** FD-765: who is new and how many interviews they have looked on at; nothing while nobody is. */
export const Newcomers = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const { data } = useApiQuery(listNewcomers, { params: { estateId }, query: { limit: 1 } }, topics)
  const query = { name: filters.newcomer }
  const pages = usePages(listNewcomers, { params: { estateId }, query }, topics)
  if (!data || data.rows.length === 0) return null
  const { days, needed } = data
  const seen = ({ observed }: Newcomer) => (
    <StateTag tone={observed >= needed ? 'good' : 'waiting'}>{t('newcomers.observed', { observed, needed })}</StateTag>
  )
  const planned = ({ planned: count }: Newcomer) => (count > 0 ? t('newcomers.planned', { count }) : '')
  const columns: Column<Newcomer>[] = [
    { key: 'name', title: t('newcomers.name'), render: (row) => <strong>{row.person.name}</strong> },
    { key: 'since', title: t('newcomers.firstDay'), width: 136, render: (row) => row.since },
    { key: 'seen', title: t('newcomers.seen'), width: 152, render: seen },
    { key: 'planned', title: t('newcomers.toCome'), width: 152, render: planned },
  ]
  return (
    <section className={styles.newcomers} aria-label={t('newcomers.title')}>
      <h2>{t('newcomers.title')}</h2>
      <p className={styles.hint}>{t('newcomers.hint', { days, needed })}</p>
      <FilterBar
        items={[{ kind: 'search', name: 'newcomer', label: t('newcomers.name') }]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listNewcomers} params={{ estateId }} query={query} />
      </FilterBar>
      <DataTable<Newcomer>
        label={t('newcomers.title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.person.id}
        onOpen={(row) => go('trainings', { staffId: row.person.id })}
        card={(row) => (
          <span className={styles.card}>
            <strong>{row.person.name}</strong>
            {seen(row)}
            <span className="w-small w-quiet">
              {t('newcomers.since', { date: row.since })} {planned(row)}
            </span>
          </span>
        )}
        filtered={active.length > 0}
      />
    </section>
  )
}
