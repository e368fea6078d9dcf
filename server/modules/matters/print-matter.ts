import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import type { MatterListRow } from './list.store.ts'
import { canSee } from './matter.policy.ts'
import { readMatter, readTimeline, type TimelineRow } from './view.store.ts'

/** Code and version of the form (FD-900); a changed layout gets a new version. */
const FORM = '7.2.3-G01-F2 · v1'
const ENTRIES = 200

/** The record of a matter (工作信息记录) as PDF: what was said, by whom it was done, and the whole course. */
export const printMatter = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  lang: Lang,
): Promise<Buffer | Refusal> => {
  const row = await readMatter(tx, estateId, id)
  if (!row || !canSee(actor, row)) return refuse('E_NOT_FOUND')
  const estate = await tx.db
    .selectFrom('estate')
    .select(['name', 'time_zone'])
    .where('estate_id', '=', estateId)
    .executeTakeFirstOrThrow()
  const timeline = await readTimeline(tx, estateId, id, { limit: ENTRIES })
  if (isRefusal(timeline)) return timeline
  return renderPdf(
    'matter',
    sheetOf(row, timeline.rows, { name: estate.name, zone: estate.time_zone, now: tx.now }, lang),
  )
}

const sheetOf = (
  row: MatterListRow,
  timeline: readonly TimelineRow[],
  estate: { name: string; zone: string; now: string },
  lang: Lang,
) => {
  const t = words(lang)
  const at = (instant: string | null) => (instant ? localText(instant, estate.zone) : '')
  const part = (key: string, text: string | null) => (text ? [{ title: t(key), text }] : [])
  return {
    title: t('print.title'),
    number: row.number,
    estate: estate.name,
    form: FORM,
    printed: t('print.printed', { at: at(estate.now) }),
    facts: [
      [
        t('field.contactType'),
        t(`contactType.${row.contact_type}`),
        t('matter.state'),
        t(`state.${row.kind}.${row.state}`),
      ],
      [
        t('field.customerId'),
        row.linked_customer_name ?? row.customer_name ?? '',
        t('field.unitId'),
        row.unit_display ?? '',
      ],
      [t('field.contactPhone'), maskPhone(row.contact_phone) ?? '', t('field.channel'), t(`channel.${row.channel}`)],
      [t('matter.owner'), row.owner_name ?? '', t('field.line'), row.line ? t(`line.${row.line}`) : ''],
      [t('field.receivedAt'), at(row.received_at), t('matter.closedAt'), at(row.closed_at)],
    ],
    parts: [
      ...part('field.customerSaid', row.customer_said),
      ...part('field.staffSaw', row.staff_saw),
      ...part('field.result', row.result),
      ...part('field.feedback', row.feedback),
    ],
    timelineTitle: t('matter.timeline'),
    columns: [t('print.columns.when'), t('print.columns.who'), t('print.columns.what')],
    timeline: [...timeline].reverse().map((entry) => [at(entry.at), entry.actor_name, lineOf(t, entry)]),
    signatures: [t('print.signature.owner'), t('print.signature.lead'), t('print.signature.customer')],
  }
}

const lineOf = (t: ReturnType<typeof words>, entry: TimelineRow): string => {
  if (entry.type === 'registered') return t('timeline.registered')
  if (entry.type === 'clock')
    return t(`timeline.clock.${String(entry.data.did)}`, { clock: t(`clock.${String(entry.data.name)}`) })
  const verb = entry.verb ?? entry.type
  const said = t(`timeline.${verb}`) === `timeline.${verb}` ? t(`verb.${verb}`) : t(`timeline.${verb}`)
  return entry.text ? `${said}:${entry.text}` : said
}
