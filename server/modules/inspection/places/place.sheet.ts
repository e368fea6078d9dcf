import { listWords } from '#content/list-words.ts'
import type { Place } from '#contract/places.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const PLACES: Sheet<Place> = {
  name: 'placeSheet.places',
  subject: 'places',
  columns: [
    { key: 'placeColumn.code', of: (p) => p.code },
    { key: 'placeColumn.name', width: 28, of: (p) => p.name },
    {
      key: 'placeColumn.touchpoint',
      width: 18,
      of: (p, { t }) => `${p.touchpoint} ${t(`touchpoint.${p.touchpoint}`)}`,
    },
    { key: 'placeColumn.building', of: (p) => p.building?.name ?? null },
    { key: 'placeColumn.floor', of: (p) => p.floor },
    {
      key: 'placeColumn.traits',
      width: 30,
      of: (p, { t, lang }) =>
        listWords(
          lang,
          p.traits.map((x) => t(`trait.${x}`)),
        ),
    },
    { key: 'placeColumn.items', of: (p) => p.items },
    { key: 'placeColumn.scanNeeded', of: (p, { t }) => t(p.scanNeeded ? 'common.yes' : 'common.no') },
    { key: 'placeColumn.positionNeeded', of: (p, { t }) => t(p.positionNeeded ? 'common.yes' : 'common.no') },
    { key: 'placeColumn.active', of: (p, { t }) => t(p.active ? 'common.yes' : 'common.no') },
    { key: 'placeColumn.lastSeenAt', width: 18, of: (p, { time }) => time(p.lastSeenAt) },
  ],
}
