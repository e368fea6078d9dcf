import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { findEstate } from '../how-to/how-to.store.ts'
import { readPublication } from './read-publication.ts'
import type { MonthOf } from './write-publication.ts'

/** Version of the form; a changed layout gets a new one. */
const VERSION = 'v1'

/** CP-137: the sheet for the notice board. E_STATE_CHANGED before it is approved: what is printed may hang anywhere. */
export const printPublication = async (tx: Tx, { estateId, month }: MonthOf, lang: Lang): Promise<Buffer | Refusal> => {
  const found = await readPublication(tx, estateId, month)
  if (isRefusal(found)) return found
  if (found.state !== 'approved' && found.state !== 'posted') return refuse('E_STATE_CHANGED')
  const estate = await findEstate(tx, estateId)
  if (!estate) return refuse('E_NOT_FOUND')
  const t = words(lang)
  const items = found.content.filter((item) => item.include)
  return renderPdf('complaint-publication', {
    title: t('complaintRecordWord.publication'),
    sub: t('complaintRecordWord.ofMonth', { year: month.slice(0, 4), month: String(Number(month.slice(5))) }),
    estate: estate.name,
    form: VERSION,
    printed: t('print.printed', { at: localText(tx.now, estate.time_zone) }),
    foreword: found.foreword ?? '',
    columns: ['no', 'category', 'what', 'outcome'].map((key) => t(`complaintRecordWord.column.${key}`)),
    rows: items.map((item, i) => [String(i + 1), t(`category.${item.category}`), item.text, item.outcome]),
    centre: t('complaintRecordWord.centre', { estate: estate.name }),
    date: found.posted?.on ?? localText(found.approved?.at ?? tx.now, estate.time_zone).slice(0, 10),
  })
}
