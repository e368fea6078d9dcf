import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { canSee, findMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import { placeOf } from '../analysis/duties.store.ts'
import { courseOf, factsRowOf } from '../reports/content.store.ts'
import { saidIn } from '../reports/read-figures.ts'
import { recordSheet } from './record.rules.ts'
import { filledRecordOf } from './record.store.ts'

/** Steps of the course that are printed; the record of the matter holds all. */
const COURSE = 40

/** CP-048: the customer complaint handling record (顾客投诉处理记录表) as PDF, before and after it is filled in. */
export const printHandlingRecord = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  lang: Lang,
): Promise<Buffer | Refusal> => {
  const matter = await findMatter(tx, estateId, id)
  const facts = await factsRowOf(tx, estateId, id)
  if (!matter || !facts || !canSee(actor, matter)) return refuse('E_NOT_FOUND')
  const { timeZone } = await calendarOf(tx, estateId)
  const sheet = recordSheet(
    {
      facts,
      phone: maskPhone(matter.contact_phone),
      intake: { feeling: saidIn(matter.details, 'feeling'), wish: saidIn(matter.details, 'wish') },
      course: await courseOf(tx, estateId, id, COURSE),
      filled: await filledRecordOf(tx, estateId, id),
      open: matter.open,
    },
    {
      estate: (await placeOf(tx, estateId)).name,
      now: tx.now,
      at: (instant) => (instant === null ? '' : localText(instant, timeZone)),
    },
    words(lang),
  )
  return renderPdf('complaint-record', sheet)
}
