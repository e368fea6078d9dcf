import { listAreas } from '#contract/estate.ts'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

/** Areas are few: one page holds those of any estate. */
export const useAreas = () => {
  const { id: estateId } = useEstate()
  return usePages(listAreas, { params: { estateId }, query: { limit: 200 } }, { topics: ['units', 'estates'] })
}
