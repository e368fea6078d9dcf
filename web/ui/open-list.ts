import type { FigureList } from '#contract/dashboard.ts'
import { type LinkSearch, useGo } from './links.tsx'

const PATH = {
  matters: 'board',
  missed: 'missed',
  callbackResults: 'callback-results',
  rounds: 'inspection-rounds',
  calls: 'calls',
} as const satisfies Record<FigureList['list'], string>

/** The page of the list that a figure is the length of, and the filter in its address. */
export const pageOfList = (opens: FigureList): { to: string; search: LinkSearch } => {
  const search: LinkSearch = {}
  for (const [name, value] of Object.entries(opens.filter)) if (value !== undefined) search[name] = String(value)
  return { to: PATH[opens.list], search }
}

/** Goes there. */
export const useOpenList = (): ((opens: FigureList | null) => void) => {
  const go = useGo()
  return (opens) => {
    if (!opens) return
    const { to, search } = pageOfList(opens)
    go(to, search)
  }
}
