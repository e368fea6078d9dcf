import type { SettingKey } from '#contract/settings.ts'
import type { Settings } from './settings.ts'

/** Times of which the first must come before the second; a day that ends before it begins would stop every clock. */
const PAIRS = [
  ['hours.workStart', 'hours.workEnd'],
  ['telephone.blockedBefore', 'telephone.blockedFrom'],
  ['telephone.noonFrom', 'telephone.noonTo'],
  ['telephone.dinnerFrom', 'telephone.dinnerTo'],
] as const satisfies readonly (readonly [SettingKey, SettingKey])[]

/** Changing one of these changes the working calendar, and with it the due times of open clocks. */
export const CALENDAR_KEYS: readonly SettingKey[] = ['hours.workStart', 'hours.workEnd']

/** The keys that must be looked at together with this one. */
export const pairOf = (key: SettingKey): readonly SettingKey[] | undefined =>
  PAIRS.find((pair) => pair.some((k) => k === key))

/** Whether the pair that this key belongs to stands in order under these values. */
export const inOrder = (settings: Settings, key: SettingKey): boolean => {
  const pair = PAIRS.find((p) => p.some((k) => k === key))
  return pair === undefined || settings.get(pair[0]) < settings.get(pair[1])
}
