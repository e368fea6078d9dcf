import type { PlanItems } from '#contract/inspection-plans.ts'
import type { CheckItem } from '#contract/touchpoints.ts'

type Asked = Omit<PlanItems, 'proofOnPass'>

/** Whether a plan asks an item: it fits every list that is given; `none` stands for no frequency, no condition. */
export const isAsked = (item: CheckItem, asked: Asked): boolean => {
  if (asked.ids && !asked.ids.includes(item.id)) return false
  if (asked.severities && !asked.severities.includes(item.severity)) return false
  if (asked.frequencies && !asked.frequencies.includes(item.frequency ?? 'none')) return false
  if (!asked.conditions) return true
  if (item.conditions.length === 0) return asked.conditions.includes('none')
  return item.conditions.some((c) => asked.conditions?.includes(c))
}

export const askedItems = (items: readonly CheckItem[], asked: Asked): CheckItem[] =>
  items.filter((item) => isAsked(item, asked))
