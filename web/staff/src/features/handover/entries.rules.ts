import { HANDOVER_GROUPS, type HandoverGroup } from '#contract/handover.ts'

/** One line of a group while it is being typed. */
export type EntryDraft = { text: string; count: string; amount: string }
export type Draft = Record<HandoverGroup, EntryDraft[]>

export const emptyDraft = (): Draft => ({
  openItems: [],
  keysOut: [],
  cash: [],
  slips: [],
  cards: [],
  notices: [],
  specialCustomers: [],
})

const isEntry = (value: unknown): value is EntryDraft =>
  typeof value === 'object' &&
  value !== null &&
  ['text', 'count', 'amount'].every((name) => typeof Reflect.get(value, name) === 'string')

/** What was kept of an earlier attempt; whatever does not fit is left out. */
export const readDraft = (kept: unknown): Draft => {
  const draft = emptyDraft()
  if (typeof kept !== 'object' || kept === null) return draft
  for (const group of HANDOVER_GROUPS) {
    const list: unknown = Reflect.get(kept, group)
    if (Array.isArray(list)) draft[group] = list.filter(isEntry)
  }
  return draft
}

/** Money is counted in these, so their lines ask for an amount. */
const WITH_AMOUNT: ReadonlySet<HandoverGroup> = new Set(['cash'])
/** Things are counted in these. */
const WITH_COUNT: ReadonlySet<HandoverGroup> = new Set(['keysOut', 'slips', 'cards'])
export const asksAmount = (group: HandoverGroup) => WITH_AMOUNT.has(group)
export const asksCount = (group: HandoverGroup) => WITH_COUNT.has(group)

/** `12`; undefined for nothing, null for what is no count. */
const countOf = (typed: string): number | undefined | null => {
  if (typed.trim() === '') return undefined
  return /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : null
}

export type Fault = { group: HandoverGroup; at: number; field: keyof EntryDraft }
type Sent = { text: string; count?: number; amountFen?: number }

/** The entries as they are sent, or the cells that must be mended first. Lines without anything are left out. */
export const toEntries = (
  draft: Draft,
  fen: (typed: string) => number | undefined,
): { entries: Record<HandoverGroup, Sent[]> } | { faults: Fault[] } => {
  const faults: Fault[] = []
  const entries: Record<HandoverGroup, Sent[]> = { ...emptyDraft() } as never
  for (const group of HANDOVER_GROUPS) {
    entries[group] = draft[group].flatMap((entry, at) => {
      const { text, count, amount } = entry
      if (![text, count, amount].some((part) => part.trim() !== '')) return []
      const counted = countOf(count)
      const amountFen = amount.trim() === '' ? undefined : fen(amount)
      if (text.trim() === '') faults.push({ group, at, field: 'text' })
      if (counted === null) faults.push({ group, at, field: 'count' })
      if (amount.trim() !== '' && amountFen === undefined) faults.push({ group, at, field: 'amount' })
      return [
        {
          text: text.trim(),
          ...(typeof counted === 'number' ? { count: counted } : {}),
          ...(amountFen === undefined ? {} : { amountFen }),
        },
      ]
    })
  }
  return faults.length > 0 ? { faults } : { entries }
}

export type Word = { agrees: boolean | undefined; difference: string }
export type Words = Partial<Record<HandoverGroup, Word>>

/** FD-701: which groups have no word yet, or differ without a remark. */
export const unsaid = (words: Words): HandoverGroup[] =>
  HANDOVER_GROUPS.filter((group) => {
    const word = words[group]
    return word?.agrees === undefined || (!word.agrees && word.difference.trim() === '')
  })

export const confirmationsOf = (words: Words) =>
  HANDOVER_GROUPS.flatMap((group) => {
    const word = words[group]
    if (word?.agrees === undefined) return []
    return [{ group, agrees: word.agrees, ...(word.agrees ? {} : { difference: word.difference.trim() }) }]
  })
