import { useQueryClient } from '@tanstack/react-query'
import { getComplaintPublication, type Publication } from '#contract/complaint-publication.ts'
import { queryKey } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

/** What a write answered is shown at once; the page does not fall back to what it was while it reads again. */
export const useShown = (): ((answer: Publication) => void) => {
  const client = useQueryClient()
  const { id: estateId } = useEstate()
  return (answer) => {
    const { month } = answer
    client.setQueryData(queryKey(getComplaintPublication, { params: { estateId, month } }), answer)
  }
}
