import type { printLabels } from '#contract/places.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { qrSvg } from '#platform/documents/qr.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { words } from '#platform/documents/words.ts'
import { labelAddress } from './label.ts'
import { listPlaceRows } from './place.store.ts'

/** More would be no sheet that somebody cuts out at once. */
const MOST = 600
const VERSION = 'v1'

/** Sheets of labels to cut out. E_NOT_FOUND when no active place is meant. */
export const printLabelSheet = async (
  tx: Tx,
  estateId: Uuid,
  { lang, ...filter }: QueryOf<typeof printLabels>,
  publicUrl: string,
): Promise<Buffer | Refusal> => {
  const estate = await tx.db
    .selectFrom('estate')
    .select(['code', 'name', 'time_zone'])
    .where('estate_id', '=', estateId)
    .executeTakeFirst()
  const places = await listPlaceRows(tx, estateId, { ...filter, active: filter.active ?? 'true' }, { limit: MOST })
  if (!estate || places.length === 0) return refuse('E_NOT_FOUND')
  const t = words(lang)
  return renderPdf('place-labels', {
    title: t('placeLabel.title'),
    estate: estate.name,
    form: VERSION,
    printed: t('print.printed', { at: localText(tx.now, estate.time_zone) }),
    scan: t('placeLabel.scan'),
    labels: places.slice(0, MOST).map((p) => ({
      code: p.code,
      name: p.name,
      touchpoint: `${p.touchpoint} ${t(`touchpoint.${p.touchpoint}`)}`,
      token: p.label_token.replace(/(.{4})(?=.)/g, '$1 '),
      qr: qrSvg(labelAddress(publicUrl, estate.code, p.label_token)),
    })),
  })
}
