import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Matter } from '#modules/matters/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { noticeOf } from './view-violation.ts'
import { estateNameOf, unitNameOf, type ViolationRow } from './violation.store.ts'

/** Who signs beside the centre. */
const PARTNERS: Readonly<Record<string, readonly string[]>> = {
  ownersCommittee: ['ownersCommittee'],
  residentsCommittee: ['residentsCommittee'],
  both: ['ownersCommittee', 'residentsCommittee'],
  nobody: [],
}

/**
 * The rectification notice (整改通知书): what was seen, what is asked until when, and lines for the customer's signature
 * or, when it is refused, for the witness (FD-771). It says what we may do: report to the authority, nothing else.
 * E_NOTICE_FIRST while none was issued.
 */
export const printNotice = async (
  tx: Tx,
  { matter, row }: { matter: Matter; row: ViolationRow },
  lang: Lang,
): Promise<Buffer | Refusal> => {
  const notice = noticeOf(matter, row)
  if (notice === null) return refuse('E_NOTICE_FIRST', { details: { until: null } })
  const { timeZone } = await calendarOf(tx, row.estate_id)
  const t = words(lang)
  return renderPdf('rectification-notice', {
    title: t('notice.title'),
    number: notice.number,
    estate: await estateNameOf(tx, row.estate_id),
    form: t('notice.form'),
    printed: t('print.printed', { at: localText(tx.now, timeZone) }),
    addressee: t('notice.to', { name: notice.addressee }),
    opening: [
      t('notice.opening', {
        on: row.found_on,
        home: await unitNameOf(tx, row.estate_id, row.unit_id),
        type: t(`violationType.${row.type}`),
      }),
      row.talks > 0 ? t('notice.spoken') : '',
    ].join(lang === 'zh' ? '' : ' '),
    place: matter.place ? t('notice.place', { place: matter.place }) : '',
    demandTitle: t('notice.demand'),
    demand: notice.demand,
    deadline: t('notice.deadline', { on: notice.deadline }),
    help: t('notice.help'),
    consequence: t('notice.consequence'),
    issuers: [t('notice.issuer.centre'), ...(PARTNERS[notice.jointWith] ?? []).map((by) => t(`notice.issuer.${by}`))],
    date: t('notice.date', { on: row.notice_issued_on ?? '' }),
    receipt: {
      title: t('notice.receipt'),
      signed: t('notice.signed'),
      refused: t('notice.refused'),
      lines: [t('notice.signature'), t('notice.signedOn'), t('notice.witness'), t('notice.witnessOf')],
    },
  })
}
