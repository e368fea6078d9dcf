import { getComplaintCase } from '#contract/complaint-case.ts'
import type { MatterView } from '#contract/matters.ts'
import { useApiQuery } from '../query.ts'
import { useEstate } from '../session.tsx'

/** What a complaint is beyond its matter; asked for complaints alone. */
export const useCase = (matter: Pick<MatterView, 'id' | 'kind'>) => {
  const { id: estateId } = useEstate()
  return useApiQuery(getComplaintCase, matter.kind === 'complaint' ? { params: { estateId, id: matter.id } } : null, {
    topics: ['matters', 'complaints'],
  }).data
}
