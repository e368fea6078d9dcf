import type { Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { type Matter, touchMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { type CaseFacts, type Contact, contactsOf, saveCase } from './case.store.ts'
import { type HotVerdict, judgeHot } from './hot/hot.rules.ts'
import { moveByItself } from './move-by-itself.ts'

/** CP-095 to CP-099 asked of the voices of one complaint, by the settings and days of its estate. */
export const judgeVoices = async (tx: Tx, estateId: Uuid, contacts: readonly Contact[]): Promise<HotVerdict> => {
  const settings = await settingsOf(tx, estateId)
  const calendar = await calendarOf(tx, estateId)
  return judgeHot(
    contacts.map((c) => ({
      at: c.at,
      localDate: localDateOf(calendar, c.at),
      personKey: c.person_key,
      unitId: c.unit_id,
      persons: c.persons,
      anonymous: c.anonymous,
    })),
    {
      persons: settings.get('complaint.hotPersons'),
      group: settings.get('complaint.hotGroup'),
      months: settings.get('complaint.hotMonths'),
      distinctBy: settings.get('complaint.distinctBy'),
    },
  )
}

/**
 * After a voice came in (registered, merged, told): persons and times are counted anew (CP-123), and what has become hot
 * starts its clock at the voice that made it so (CP-095, CP-100). What only might be is marked (CP-098).
 */
export const hearVoices = async (tx: Tx, actor: Actor, matter: Matter): Promise<Refusal | undefined> => {
  const verdict = await judgeVoices(tx, matter.estate_id, await contactsOf(tx, matter))
  await saveCase(tx, matter, { persons: verdict.persons, times: verdict.times })
  const open = matter.open
  if (open && verdict.hot && verdict.trigger && !matter.flags.includes('hot'))
    return moveByItself(tx, actor, matter, 'turnHot', {
      at: verdict.trigger,
      because: verdict.because === 'group' ? 'group' : 'persons',
    })
  // CP-098: a person looks whether nameless voices are different ones
  if (open && verdict.possibly && !verdict.hot && !matter.flags.includes('possiblyHot'))
    await touchMatter(tx, matter, { flags: [...matter.flags, 'possiblyHot'] })
  return undefined
}

/** T26: what is said of the same matter after its treatment ended ends the quiet week; what was said before it does not. */
export const raiseAgain = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  { treatment_ended_at }: Pick<CaseFacts['case'], 'treatment_ended_at'>,
  saidAt: Instant,
  said: string,
): Promise<Refusal | undefined> => {
  if (matter.state !== 'OBSERVING' || (treatment_ended_at !== null && saidAt <= treatment_ended_at)) return undefined
  return moveByItself(tx, actor, matter, 'raisedAgain', { said })
}
