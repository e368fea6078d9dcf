import type { z } from 'zod'
import type { RouteShape } from '#contract/route.ts'
import { useEstate } from '../session.tsx'
import { DataTable, type DataTableProps } from './data-table.tsx'
import { ExportLink } from './export-link.tsx'
import { FilterBar, type FilterItem } from './filter-bar.tsx'
import { namesOf } from './filters.ts'

/** A list under the filters of its tab: the bar, the same rows as an Excel file, the table. */
export const FilteredTable = <Row extends object>({
  items,
  filter,
  onChange,
  exported,
  ...table
}: Omit<DataTableProps<Row>, 'filtered'> & {
  items: readonly FilterItem[]
  filter: Readonly<Record<string, unknown>>
  onChange: (patch: Record<string, unknown>) => void
  /** The list of the estate, where it may be taken out as it is filtered. */
  exported?: RouteShape & { query: z.ZodObject }
}) => {
  const { id: estateId } = useEstate()
  const active = namesOf(items).filter((name) => filter[name] !== undefined)
  return (
    <>
      <FilterBar
        items={items}
        values={filter}
        onChange={onChange}
        active={active}
        onClear={() => onChange(Object.fromEntries(active.map((name) => [name, undefined])))}
      >
        {exported ? <ExportLink list={exported} params={{ estateId }} query={filter} /> : null}
      </FilterBar>
      <DataTable<Row> {...table} filtered={active.length > 0} />
    </>
  )
}
