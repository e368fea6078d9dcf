import { listBuildings } from '#contract/estate.ts'
import type { Option } from '#ui/form/widget.ts'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

/** Every building of the estate, to choose from. */
export const useBuildingOptions = (): Option[] => {
  const { id: estateId } = useEstate()
  const { data } = useApiQuery(listBuildings, { params: { estateId }, query: { limit: 200 } }, { topics: ['units'] })
  return (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
}
