import { sql } from 'kysely'
import { SETTINGS, type SettingKey, type SettingValue } from '#contract/settings.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '../db/tx.ts'
import { keptFor } from '../kept.ts'
import type { Signals } from '../live/signals.ts'

/** The settings in force in one estate. */
export type Settings = { get<K extends SettingKey>(key: K): SettingValue<K> }

const kept = keptFor<Uuid, Settings>(30_000)

/** Settings of the estate over those of its company over the defaults; remembered for half a minute or until changed. */
export const settingsOf = (tx: Tx, estateId: Uuid): Promise<Settings> =>
  kept.of(estateId, () => readSettings(tx, estateId))

/** The same, read anew: for whoever has just changed one in this transaction. */
export const readSettings = async (tx: Tx, estateId: Uuid): Promise<Settings> => {
  const { rows } = await sql<{ key: string; value: unknown }>`
    select c.key, c.value from company_setting c join estate e on e.company_id = c.company_id where e.estate_id = ${estateId}
    union all
    select key, value from estate_setting where estate_id = ${estateId}`.execute(tx.db)
  return makeSettings(new Map(rows.map((r) => [r.key, r.value])))
}

/** These few of many estates in one reading; whatever else is asked of what comes back is a default. */
export const readFewSettings = async (
  tx: Tx,
  estateIds: readonly Uuid[],
  keys: readonly SettingKey[],
): Promise<(estateId: Uuid) => Settings> => {
  const { rows } = await sql<{ estate_id: Uuid; key: string; value: unknown }>`
    select e.estate_id, c.key, c.value, false as own
    from company_setting c join estate e on e.company_id = c.company_id
    where e.estate_id = any(${estateIds}::uuid[]) and c.key = any(${keys}::text[])
    union all
    select estate_id, key, value, true from estate_setting
    where estate_id = any(${estateIds}::uuid[]) and key = any(${keys}::text[])
    order by own`.execute(tx.db)
  const byEstate = Map.groupBy(rows, (row) => row.estate_id)
  return (estateId) => makeSettings(new Map(byEstate.get(estateId)?.map((r) => [r.key, r.value])))
}

/** Those of a company over the defaults, for what is read alike in all its estates. */
export const companySettingsOf = async (tx: Tx, companyId: Uuid): Promise<Settings> => {
  const { rows } = await sql<{ key: string; value: unknown }>`
    select key, value from company_setting where company_id = ${companyId}`.execute(tx.db)
  return makeSettings(new Map(rows.map((r) => [r.key, r.value])))
}

/** Settings from given values; what is absent or no longer valid falls back to its default. */
export const makeSettings = (values: ReadonlyMap<string, unknown>): Settings => ({
  get<K extends SettingKey>(key: K): SettingValue<K> {
    const shape = SETTINGS[key]
    const parsed = values.has(key) ? shape.schema.safeParse(values.get(key)) : undefined
    return (parsed?.success ? parsed.data : shape.default) as SettingValue<K>
  },
})

export const DEFAULT_SETTINGS = makeSettings(new Map())

/** Forgets what is remembered: here before it returns, in the other processes when the word arrives. */
export const forgetSettings = (signals: Signals, estateId: Uuid | 'all'): void => {
  kept.forget(estateId)
  signals.send('settings', estateId)
}

export const watchSettings = (signals: Signals): void => {
  signals.on('settings', kept.forget)
}
