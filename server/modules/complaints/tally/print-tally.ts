import { TALLY_SECTIONS, type TallyItem } from '#contract/complaint-tally.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { findEstate } from '../how-to/how-to.store.ts'
import { readTally, readTallyItems } from './read-tally.ts'

/** Version of the form; a changed layout gets a new one. */
const VERSION = 'v1'
/** Lines of one part on paper; its heading has the count of all. */
const MOST_LINES = 200

/** CP-127: the tally of a day on paper (投诉日盘点表), signed or to be signed by hand. */
export const printTally = async (
  tx: Tx,
  estateId: Uuid,
  asked: LocalDate | undefined,
  lang: Lang,
): Promise<Buffer | Refusal> => {
  const estate = await findEstate(tx, estateId)
  if (!estate) return refuse('E_NOT_FOUND')
  const tally = await readTally(tx, estateId, { date: asked })
  if (isRefusal(tally)) return tally
  const { day, counts } = tally
  const t = words(lang)
  const time = (at: string | null) => (at === null ? '' : localText(at, estate.time_zone))
  const parts = []
  for (const section of TALLY_SECTIONS) {
    const page = await readTallyItems(tx, estateId, { date: day.date, section, limit: MOST_LINES })
    if (isRefusal(page)) return page
    const count = counts.sections[section]
    const more = count - page.rows.length
    parts.push({
      title: t('complaintRecordWord.part', { part: t(`complaintTallySection.${section}`), count }),
      rows: page.rows.map((item) => lineOf(item, t, time)),
      more: more > 0 ? t('complaintRecordWord.more', { count: more }) : '',
    })
  }
  return renderPdf('complaint-tally', {
    title: t('complaintRecordWord.tally'),
    sub: day.date,
    estate: estate.name,
    form: VERSION,
    printed: t('print.printed', { at: time(tx.now) }),
    nothing: t('complaintRecordWord.nothing'),
    facts: [
      [
        t('complaintRecordColumn.state'),
        t(`complaintTallyState.${day.state}`),
        t('complaintRecordColumn.preparedAt'),
        time(day.preparedAt),
      ],
      [
        t('complaintRecordColumn.signedBy'),
        day.signed?.by.name ?? '',
        t('complaintRecordColumn.signedAt'),
        time(day.signed?.at ?? null),
      ],
      [
        t('complaintRecordColumn.channel'),
        counts.channels.map((c) => `${t(`channel.${c.channel}`)} ${c.count}`).join(', '),
        t('complaintRecordColumn.note'),
        day.note ?? '',
      ],
    ],
    columns: ['number', 'title', 'channel', 'state', 'owner', 'handler', 'dueAt'].map((key) =>
      t(`complaintRecordColumn.${key}`),
    ),
    parts,
    signatures: [t('complaintRecordWord.signedByHand'), t('complaintRecordColumn.date')],
  })
}

const lineOf = (item: TallyItem, t: ReturnType<typeof words>, time: (at: string | null) => string): string[] => [
  item.number,
  item.promise === null ? item.title : `${item.title} / ${item.promise}`,
  t(`channel.${item.channel}`),
  t(`state.${item.kind}.${item.state}`),
  item.owner.name,
  item.handler?.name ?? '',
  time(item.dueAt),
]
