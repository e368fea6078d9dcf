import type { CheckItem } from '#contract/touchpoints.ts'

/** What an estate does otherwise than its company (table estate_standard). */
export type Variant = {
  traits: readonly string[]
  standing: readonly string[]
  off: Readonly<Record<string, string>>
  added: readonly CheckItem[]
  changed: Readonly<Record<string, Partial<Pick<CheckItem, 'threshold' | 'frequency' | 'severity'>>>>
}
