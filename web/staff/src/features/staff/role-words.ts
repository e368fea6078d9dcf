import type { RoleGrant } from '#contract/staff.ts'
import type { T } from '#ui/i18n.ts'
import type { Tone } from '#ui/palette.ts'

/** `客服负责人 · 维修 (云栖里)`: role, line and where it holds. */
export const grantWords = (t: T, grant: RoleGrant): string =>
  [t(`role.${grant.role}`), ...(grant.line ? [t(`line.${grant.line}`)] : [])].join(' · ')
export const scopeWords = (t: T, grant: RoleGrant): string => grant.estate?.name ?? t('staffPage.wholeCompany')

export type GrantState = 'inForce' | 'future' | 'over'
export const GRANT_TONE: Record<GrantState, Tone> = { inForce: 'good', future: 'neutral', over: 'ended' }
export const grantState = (grant: Pick<RoleGrant, 'inForce' | 'from'>, today: string): GrantState =>
  grant.inForce ? 'inForce' : grant.from > today ? 'future' : 'over'

/** A role that was ended on the day it began never held: it is of no interest to anybody but the audit. */
export const everHeld = (grant: Pick<RoleGrant, 'from' | 'until'>): boolean =>
  grant.until === null || grant.until >= grant.from
