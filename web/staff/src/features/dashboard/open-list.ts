import type { FigureList } from '#contract/dashboard.ts'
import { type LinkSearch, useGo } from '#ui/links.tsx'

const PATH = {
  matters: 'board',
  missed: 'missed',
  callbackResults: 'callback-results',
  rounds: 'inspection-rounds',
} as const

/** Goes to the list that a figure is the length of, with its filter in the address. */
export const useOpenList = (): ((opens: FigureList | null) => void) => {
  const go = useGo()
  return (opens) => {
    if (!opens) return
    const search: LinkSearch = {}
    for (const [name, value] of Object.entries(opens.filter)) if (value !== undefined) search[name] = String(value)
    go(PATH[opens.list], search)
  }
}
