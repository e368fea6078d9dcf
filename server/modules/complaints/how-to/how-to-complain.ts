import type { HowToComplain } from '#contract/complaint-how-to.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { SettingKey } from '#contract/settings.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { listSettings } from '#platform/settings/list-settings.ts'
import { type ContactValues, contactIncomplete, latest, SETTING_OF } from './how-to.rules.ts'
import { findEstate } from './how-to.store.ts'

/**
 * CP-032: what residents may know before they have signed in to anything, and nothing else of the estate. Read anew each
 * time, so that an address that names no estate leaves nothing behind in memory. E_NOT_FOUND for one.
 */
export const howToComplain = async (tx: Tx, estateId: Uuid): Promise<HowToComplain | Refusal> => {
  const estate = await findEstate(tx, estateId)
  if (!estate) return refuse('E_NOT_FOUND', { field: 'params.estateId' })
  const settings = await listSettings(tx, { estateId, companyId: estate.company_id })
  const held = (key: SettingKey) => {
    const value = settings.find((s) => s.key === key)?.value
    return typeof value === 'string' && value !== '' ? value : null
  }
  const values: ContactValues = {
    phone: held(SETTING_OF.phone),
    fax: held(SETTING_OF.fax),
    email: held(SETTING_OF.email),
    person: held(SETTING_OF.person),
    suggestionBox: held(SETTING_OF.suggestionBox),
  }
  const keys: readonly string[] = Object.values(SETTING_OF)
  const changedAt = latest(settings.filter((s) => keys.includes(s.key)).map((s) => s.changedAt))
  const missing = contactIncomplete(values)
  return {
    estateName: estate.name,
    ...values,
    changedAt,
    changedOn: changedAt === null ? null : localText(changedAt, estate.time_zone).slice(0, 10),
    complete: missing.length === 0,
    missing,
  }
}
