import { keepPreviousData } from '@tanstack/react-query'
import { type OmniboxHit, searchEstate } from '#contract/omnibox.ts'
import { useApiQuery } from '../query.ts'
import { useEstate } from '../session.tsx'
import { useDebounced } from './use-debounced.ts'

export type HitKind = OmniboxHit['kind']
export type HitGroup = { name: GroupName; hits: OmniboxHit[] }
export type GroupName = 'unit' | 'customer' | 'vehicle' | 'matter' | 'order'

/** Short enough to feel at once, long enough that a quick typist asks once a word. */
const TYPING_MS = 80
const FRESH_MS = 20_000

/** Groups in the order of their best hit, so that the best of all stands first. */
export const groupHits = (hits: readonly OmniboxHit[]): HitGroup[] => {
  const groups = new Map<GroupName, OmniboxHit[]>()
  for (const hit of hits) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit])
  return [...groups].map(([name, found]) => ({ name, hits: found }))
}

export type EstateSearch = {
  groups: HitGroup[]
  /** The hits belong to what is typed now; until then the former ones are shown. */
  settled: boolean
  error: unknown
  retry: () => void
}

/** Searches the estate while somebody types; what was found before stays until the new answer is there. */
export const useEstateSearch = (typed: string, kinds?: readonly HitKind[]): EstateSearch => {
  const { id: estateId } = useEstate()
  const q = typed.trim()
  const asked = useDebounced(q, TYPING_MS)
  const query = useApiQuery(searchEstate, asked ? { params: { estateId }, query: { q: asked } } : null, {
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
    topics: ['customers', 'units'],
  })
  const hits = asked && q ? (query.data?.hits ?? []) : []
  const wanted = kinds ? hits.filter((hit) => kinds.includes(hit.kind)) : hits
  return {
    groups: groupHits(wanted),
    settled: asked === q && !query.isPlaceholderData && !query.isPending,
    error: asked && q ? query.error : null,
    retry: () => void query.refetch(),
  }
}
