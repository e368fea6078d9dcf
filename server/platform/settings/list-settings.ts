import type { SettingView } from '#contract/running.ts'
import { SETTINGS, type SettingKey } from '#contract/settings.ts'
import type { Tx } from '../db/tx.ts'
import { companyValues, estateValues, type Place, type Stored } from './setting.store.ts'

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key)
const KEYS = Object.keys(SETTINGS).filter(isSettingKey)

/** Every setting as it stands at this place: default, company, estate, and which of them is in force. */
export const listSettings = async (tx: Tx, place: Place): Promise<SettingView[]> => {
  const company = new Map((await companyValues(tx, place.companyId)).map((s) => [s.key, s]))
  const estate = new Map(place.estateId === null ? [] : (await estateValues(tx, place.estateId)).map((s) => [s.key, s]))
  return KEYS.map((key) => presentSetting(key, company.get(key), estate.get(key)))
}

const presentSetting = (key: SettingKey, company: Stored | undefined, estate: Stored | undefined): SettingView => {
  const shape = SETTINGS[key]
  const held = estate ?? company
  // what was stored under an older schema and no longer fits counts as absent (settings.ts)
  const usable = held !== undefined && shape.schema.safeParse(held.value).success
  return {
    key,
    group: shape.group,
    rule: shape.rule,
    scope: shape.scope,
    default: shape.default,
    company: company?.value ?? null,
    estate: estate?.value ?? null,
    value: usable ? held.value : shape.default,
    source: !usable ? 'default' : estate ? 'estate' : 'company',
    changedAt: held?.updated_at ?? null,
    changedBy: held?.by ?? null,
  }
}
