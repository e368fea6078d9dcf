import { listWords } from '#content/list-words.ts'
import type { EstateStandard, StandardItem, StandardVersion } from '#contract/standards.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

/** FD-766: the document block. */
const SIGNED: Sheet<
  Pick<StandardVersion, 'editors' | 'createdAt' | 'checkedBy' | 'checkedAt' | 'publishedBy' | 'publishedAt'>
>['columns'] = [
  {
    key: 'standardColumn.editors',
    width: 20,
    of: (v, { lang }) =>
      listWords(
        lang,
        v.editors.map((e) => e.name),
      ),
  },
  { key: 'standardColumn.createdAt', width: 18, of: (v, { time }) => time(v.createdAt) },
  { key: 'standardColumn.checkedBy', of: (v) => v.checkedBy?.name ?? null },
  { key: 'standardColumn.checkedAt', width: 18, of: (v, { time }) => time(v.checkedAt) },
  { key: 'standardColumn.publishedBy', of: (v) => v.publishedBy?.name ?? null },
  { key: 'standardColumn.publishedAt', width: 18, of: (v, { time }) => time(v.publishedAt) },
]

export const VERSIONS: Sheet<StandardVersion> = {
  name: 'standardSheet.versions',
  subject: 'standards',
  columns: [
    { key: 'standardColumn.number', of: (v) => v.number },
    { key: 'standardColumn.name', width: 28, of: (v) => v.name },
    { key: 'standardColumn.state', of: (v, { t }) => t(`standardState.${v.state}`) },
    { key: 'standardColumn.effectiveFrom', of: (v) => v.effectiveFrom },
    { key: 'standardColumn.items', of: (v) => v.items },
    { key: 'standardColumn.itemsOff', of: (v) => v.itemsOff },
    ...SIGNED,
    { key: 'standardColumn.note', width: 40, of: (v) => v.note },
  ],
}

export const ITEMS: Sheet<StandardItem> = {
  name: 'standardSheet.items',
  subject: 'standardItems',
  columns: [
    { key: 'standardColumn.item', of: (i) => i.id },
    { key: 'standardColumn.touchpoint', width: 16, of: (i, { t }) => t(`touchpoint.${i.touchpoint}`) },
    { key: 'standardColumn.aspect', of: (i, { t }) => t(`aspect.${i.aspect}`) },
    { key: 'standardColumn.zh', width: 44, of: (i) => i.zh },
    { key: 'standardColumn.en', width: 44, of: (i) => i.en },
    { key: 'standardColumn.severity', of: (i, { t }) => t(`severity.${i.severity}`) },
    { key: 'standardColumn.evidence', of: (i, { t }) => t(`evidence.${i.evidence}`) },
    {
      key: 'standardColumn.frequency',
      width: 18,
      of: (i, { t }) => (i.frequency ? t(`frequency.${i.frequency}`) : null),
    },
    { key: 'standardColumn.kano', of: (i, { t }) => t(`kano.${i.kano}`) },
    { key: 'standardColumn.active', of: (i, { t }) => t(i.active ? 'common.yes' : 'common.no') },
  ],
}

export const VARIANTS: Sheet<EstateStandard> = {
  name: 'standardSheet.variants',
  subject: 'estateStandards',
  columns: [
    { key: 'standardColumn.number', of: (v) => v.number },
    { key: 'standardColumn.state', of: (v, { t }) => t(`standardState.${v.state}`) },
    { key: 'standardColumn.effectiveFrom', of: (v) => v.effectiveFrom },
    { key: 'standardColumn.itemsOff', of: (v) => Object.keys(v.off).length },
    { key: 'standardColumn.itemsAdded', of: (v) => v.added.length },
    { key: 'standardColumn.itemsChanged', of: (v) => Object.keys(v.changed).length },
    ...SIGNED,
    { key: 'standardColumn.note', width: 40, of: (v) => v.note },
  ],
}
