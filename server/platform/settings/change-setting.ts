import { ROLE_CODES } from '#contract/permissions.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { SettingView } from '#contract/running.ts'
import { SETTINGS, type SettingKey } from '#contract/settings.ts'
import { audit } from '../audit/audit.ts'
import type { Actor } from '../auth/actor.ts'
import { calendarChanged, everyCalendarChanged } from '../calendar/calendar-changed.ts'
import type { Tx } from '../db/tx.ts'
import type { House } from '../house.ts'
import { isSettingKey, listSettings } from './list-settings.ts'
import {
  companyValues,
  deleteValue,
  estatesWithOwn,
  estateValues,
  type Place,
  storedValue,
  writeValue,
} from './setting.store.ts'
import { CALENDAR_KEYS, inOrder, pairOf } from './setting-pairs.rules.ts'
import { forgetSettings, makeSettings } from './settings.ts'

const ROLES_KNOWN: ReadonlySet<unknown> = new Set(ROLE_CODES)

export type SettingChange = { place: Place; key: string; to: { value: unknown } | 'default' }

/**
 * Changes or resets one setting of an estate or of the company, on the record. E_NOT_FOUND for a key that does not
 * exist, E_INPUT beside the value, E_TIME_RANGE when a day would end before it begins — in this estate or, for a value
 * of the company, in any estate that has only the other half of the pair.
 */
export const changeSetting = async (
  tx: Tx,
  actor: Actor,
  house: House,
  { place, key, to }: SettingChange,
): Promise<SettingView | Refusal> => {
  if (!isSettingKey(key)) return refuse('E_NOT_FOUND', { field: 'params.key' })
  if (place.estateId !== null && SETTINGS[key].scope === 'company')
    return refuse('E_INPUT', { field: 'params.key', details: { scope: 'company' } })
  const value = to === 'default' ? undefined : checkedValue(key, to.value)
  if (isRefusal(value)) return value

  const before = await storedValue(tx, place, key)
  if (to === 'default') await deleteValue(tx, place, key)
  else await writeValue(tx, actor, place, key, value)
  if (!(await pairsInOrder(tx, place, key)))
    return refuse('E_TIME_RANGE', { field: 'body.value', details: { with: pairOf(key)?.filter((k) => k !== key) } })

  await audit(tx, actor, {
    estateId: place.estateId,
    action: to === 'default' ? 'setting.reset' : 'setting.change',
    subjectKind: 'setting',
    before: { key, value: before ?? null },
    after: { key, value: value ?? null },
  })
  const refused = await announce(tx, actor, house, place, key)
  if (refused) return refused
  const shown = (await listSettings(tx, place)).find((s) => s.key === key)
  if (!shown) throw new Error(`the setting ${key} is gone`)
  return shown
}

const checkedValue = (key: SettingKey, given: unknown): unknown => {
  const parsed = SETTINGS[key].schema.safeParse(given)
  if (parsed.success) {
    const strange =
      key === 'security.secondFactorRoles' && Array.isArray(parsed.data)
        ? parsed.data.findIndex((r) => !ROLES_KNOWN.has(r))
        : -1
    return strange < 0
      ? parsed.data
      : refuse('E_INPUT', { field: `body.value.${strange}`, details: { code: 'invalid_value' } })
  }
  const issue = parsed.error.issues[0]
  const { code, minimum, maximum, format, expected }: Record<string, unknown> = { ...issue }
  return refuse('E_INPUT', {
    field: ['body.value', ...(issue?.path ?? [])].join('.'),
    details: { code, minimum, maximum, format, expected },
  })
}

const pairsInOrder = async (tx: Tx, place: Place, key: SettingKey): Promise<boolean> => {
  const keys = pairOf(key)
  if (!keys) return true
  const company = new Map((await companyValues(tx, place.companyId)).map((s) => [s.key, s.value]))
  const over = (own: readonly { key: string; value: unknown }[]) =>
    makeSettings(new Map([...company, ...own.map((o) => [o.key, o.value] as const)]))
  if (place.estateId !== null) return inOrder(over(await estateValues(tx, place.estateId)), key)
  const byEstate = Map.groupBy(await estatesWithOwn(tx, place.companyId, keys), (r) => r.estate_id)
  return [[], ...byEstate.values()].every((own) => inOrder(over(own), key))
}

const announce = async (
  tx: Tx,
  actor: Actor,
  house: House,
  place: Place,
  key: SettingKey,
): Promise<Refusal | undefined> => {
  const { estateId } = place
  tx.after(() => forgetSettings(house.signals, estateId ?? 'all'))
  if (estateId !== null) tx.tell({ estateId, topic: 'settings' })
  if (!CALENDAR_KEYS.includes(key)) return undefined
  if (estateId !== null) return calendarChanged(tx, actor, house, estateId)
  everyCalendarChanged(tx, house)
  return undefined
}
