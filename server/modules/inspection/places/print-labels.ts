import type { countLabels, printLabels } from '#contract/places.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { qrSvg } from '#platform/documents/qr.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { words } from '#platform/documents/words.ts'
import { labelAddress } from './label.ts'
import { countPlaces, listPlaceRows, type PlaceRow } from './place.store.ts'

/** More would be no sheet that somebody cuts out at once: what is more is printed in parts. */
export const MOST_LABELS = 600
const VERSION = 'v1'

type Filter = Omit<QueryOf<typeof printLabels>, 'lang' | 'part'>
/** Places in use, unless others are asked for. */
const ofLabels = (filter: Filter) => ({ ...filter, active: filter.active ?? ('true' as const) })

export const readLabelCount = async (
  tx: Tx,
  estateId: Uuid,
  filter: Filter,
): Promise<AnswerOf<typeof countLabels>> => ({
  labels: await countPlaces(tx, estateId, ofLabels(filter)),
  most: MOST_LABELS,
})

/** What stands on the labels of a sheet, in the order of the list. */
export const labelsOf = (
  places: readonly Pick<PlaceRow, 'code' | 'name' | 'touchpoint' | 'label_token'>[],
  { publicUrl, estateCode, t }: { publicUrl: string; estateCode: string; t: ReturnType<typeof words> },
) =>
  places.map((p) => ({
    code: p.code,
    name: p.name,
    touchpoint: `${p.touchpoint} ${t(`touchpoint.${p.touchpoint}`)}`,
    token: p.label_token.replace(/(.{4})(?=.)/g, '$1 '),
    qr: qrSvg(labelAddress(publicUrl, estateCode, p.label_token)),
  }))

/** A sheet of labels to cut out. E_NOT_FOUND when no place is meant; E_TOO_MANY for more than it holds and no part named. */
export const printLabelSheet = async (
  tx: Tx,
  estateId: Uuid,
  { lang, part, ...filter }: QueryOf<typeof printLabels>,
  publicUrl: string,
): Promise<Buffer | Refusal> => {
  const estate = await tx.db
    .selectFrom('estate')
    .select(['code', 'name', 'time_zone'])
    .where('estate_id', '=', estateId)
    .executeTakeFirst()
  const { labels: count, most } = await readLabelCount(tx, estateId, filter)
  if (part === undefined && count > most) return refuse('E_TOO_MANY', { field: 'query.part', details: { count, most } })
  const page = { limit: most, skip: ((part ?? 1) - 1) * most }
  const places = (await listPlaceRows(tx, estateId, ofLabels(filter), page)).slice(0, most)
  if (!estate || places.length === 0) return refuse('E_NOT_FOUND')
  const t = words(lang)
  return renderPdf('place-labels', {
    title: t('placeLabel.title'),
    estate: estate.name,
    form: VERSION,
    printed: t('print.printed', { at: localText(tx.now, estate.time_zone) }),
    scan: t('placeLabel.scan'),
    labels: labelsOf(places, { publicUrl, estateCode: estate.code, t }),
  })
}
