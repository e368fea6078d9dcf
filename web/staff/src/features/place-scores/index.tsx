import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { listPlaceScores, PLACE_SORTS, type PlaceScore } from '#contract/scores.ts'
import { FAMILIES } from '#contract/touchpoints.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { MonthPicker } from '#ui/inspection/month-picker.tsx'
import { ScoreCell } from '#ui/inspection/score.tsx'
import { EstateLink, useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar, type FilterItem } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const Filters = listPlaceScores.query.omit({ cursor: true, limit: true })

const filterItems = (t: T): FilterItem[] => [
  {
    kind: 'select',
    name: 'touchpoint',
    label: t('findingColumn.touchpoint'),
    options: TOUCHPOINTS.map((value) => ({ value, label: `${value} ${t(`touchpoint.${value}`)}` })),
  },
  {
    kind: 'select',
    name: 'family',
    label: t('score.family'),
    options: FAMILIES.map((value) => ({ value, label: t(`family.${value}`) })),
  },
  { kind: 'toggle', name: 'unseen', label: t('score.unseenOnly') },
  {
    kind: 'select',
    name: 'sort',
    label: t('score.sort'),
    options: PLACE_SORTS.map((value) => ({ value, label: t(`score.sort.${value}`) })),
  },
]

/** The looks behind a place's figures of the month that is shown. */
const looksOf = (row: PlaceScore, month: string | undefined) => ({
  placeId: row.place.id,
  ...(month ? { month } : {}),
})

const columns = (t: T, month: string | undefined): Column<PlaceScore>[] => [
  { key: 'place', title: t('findingColumn.place'), render: (row) => row.place.name },
  {
    key: 'code',
    title: t('scoreColumn.code'),
    width: 104,
    wideOnly: true,
    render: (row) => <span className="w-figures">{row.place.code}</span>,
  },
  {
    key: 'touchpoint',
    title: t('findingColumn.touchpoint'),
    width: 136,
    render: (row) => t(`touchpoint.${row.touchpoint}`),
  },
  {
    key: 'score',
    title: t('scoreColumn.score'),
    width: 96,
    align: 'end',
    render: (row) => <ScoreCell score={row.score} to="scored-looks" search={looksOf(row, month)} />,
  },
  {
    key: 'looks',
    title: t('scoreColumn.looks'),
    width: 88,
    align: 'end',
    render: (row) => <span className="w-figures">{row.looks}</span>,
  },
  {
    key: 'seen',
    title: t('scoreColumn.lastSeenOn'),
    width: 184,
    render: (row) => (
      <span className="w-figures">
        {row.lastSeenOn === null || row.unseenDays === null
          ? t('score.neverSeen')
          : `${row.lastSeenOn} · ${t('score.unseenFor', { days: row.unseenDays })}`}
      </span>
    ),
  },
  {
    key: 'open',
    title: t('scoreColumn.openNow'),
    width: 112,
    align: 'end',
    render: (row) =>
      row.openFindings > 0 ? (
        <EstateLink to="findings" search={{ placeId: row.place.id, open: 'true' }} className="w-figures">
          {row.openFindings}
        </EstateLink>
      ) : (
        <span className="w-figures w-faint">0</span>
      ),
  },
]

/** Every place with its score of a month, and how long nobody has been there. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(
    listPlaceScores,
    { params: { estateId }, query: filters },
    { topics: ['inspection', 'matters', 'findings'] },
  )
  return (
    <>
      <PageHeader
        title={t('nav.placeScores')}
        actions={<MonthPicker month={filters.month} onChange={(month) => setFilters({ month })} />}
      />
      <FilterBar items={filterItems(t)} values={filters} onChange={setFilters} active={active} onClear={clear}>
        <ExportLink list={listPlaceScores} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<PlaceScore>
        label={t('nav.placeScores')}
        columns={columns(t, filters.month)}
        pages={pages}
        rowKey={(row) => row.place.id}
        onOpen={(row) => go('scored-looks', looksOf(row, filters.month))}
        filtered={active.length > 0}
      />
    </>
  )
}
