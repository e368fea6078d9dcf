import type { GateResult } from '#contract/goods.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { type Matter, registerMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { words } from '#platform/documents/words.ts'
import { linesText } from './check.present.ts'
import { type CheckRow, findCheck, tieMatter } from './check.store.ts'

const MOST_SAID = 4_000

type Why = Exclude<GateResult, 'match'> | 'second'
const whyOf = ({ result }: CheckRow): Why => (result === 'match' ? 'second' : result)

/** What the desk reads: what happened, where and when, the slip, what was counted, what differs. Names and plates stay in the register. */
const wordsFor = (row: CheckRow, zone: string): { title: string; said: string } => {
  const t = words('zh')
  const why = whyOf(row)
  const slip = row.slip_number ?? ''
  const facts: readonly (readonly [key: string, value: string | null])[] = [
    ['gate', row.gate],
    ['at', localText(row.at, zone)],
    ['slip', slip],
    ['unit', row.unit ?? row.unit_said],
    ['goods', linesText(row.lines, 'zh')],
    ['difference', row.difference],
    [
      'first',
      row.first_at === null
        ? null
        : `${localText(row.first_at, zone)} ${row.first_gate ?? ''} ${row.first_guard ?? ''}`,
    ],
    ['photoMissing', row.photo_missing],
  ]
  const lines = facts.flatMap(([key, value]) => (value ? [t(`gateTold.${key}`, { value })] : []))
  return {
    title: t(`gateTold.title.${why}`, { gate: row.gate, slip }),
    said: [t(`gateTold.${why}`), ...lines].join('\n').slice(0, MOST_SAID),
  }
}

/**
 * FD-506: the desk is told at once. Like a report from site it is a matter that waits to be taken there, with the
 * photos; whoever checked owns it and hears the answer.
 */
export const tellDesk = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<Matter | Refusal> => {
  const row = await findCheck(tx, estateId, id)
  if (!row) throw new Error('a gate check was not written')
  const { timeZone } = await calendarOf(tx, estateId)
  const { title, said } = wordsFor(row, timeZone)
  const registered = await registerMatter(tx, actor, estateId, {
    contactType: 'enquiry',
    channel: 'inspection',
    title,
    customerSaid: null,
    staffSaw: said,
    ...(row.unit_id === null ? {} : { unitId: row.unit_id }),
    place: row.gate,
    line: 'security',
    contactable: false,
    anonymous: false,
    urgent: true,
    noCallbackWish: true,
    receivedAt: row.at,
    fileIds: [...row.goods_file_ids, ...row.slip_file_ids].slice(0, 20),
    links: [],
  })
  if (isRefusal(registered)) return registered
  await tieMatter(tx, estateId, id, registered.matter.id)
  return registered.matter
}
