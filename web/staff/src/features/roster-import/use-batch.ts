import { useQueryClient } from '@tanstack/react-query'
import { getImport, type ImportBatch } from '#contract/roster-import.ts'
import { queryKey } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

/** Shows an import as the server has just answered, without waiting until it is asked again. */
export const useShowBatch = () => {
  const { id: estateId } = useEstate()
  const client = useQueryClient()
  return (batch: ImportBatch) =>
    void client.setQueryData(queryKey(getImport, { params: { estateId, id: batch.id } }), batch)
}
