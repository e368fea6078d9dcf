import type { InventoryDay, InventoryItem, listInventoryGap } from '#contract/inventory.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Sheet } from '#platform/export/serve-list.ts'
import { lineOf } from '../matter-line.sheet.ts'

export const INVENTORY: Sheet<InventoryItem> = {
  name: 'deskSheet.inventory',
  subject: 'inventory',
  columns: [
    { key: 'deskColumn.matter', of: (i) => i.number },
    { key: 'deskColumn.contactType', of: (i, { t }) => t(`contactType.${i.contactType}`) },
    { key: 'deskColumn.title', width: 40, of: (i) => i.title },
    { key: 'deskColumn.state', of: (i, { t }) => t(`state.${i.kind}.${i.state}`) },
    { key: 'deskColumn.line', of: (i, { t }) => lineOf(i.line, t) },
    { key: 'deskColumn.receivedAt', width: 18, of: (i, { time }) => time(i.receivedAt) },
    { key: 'deskColumn.ageDays', of: (i) => i.ageDays },
    { key: 'deskColumn.owner', of: (i) => i.owner.name },
    { key: 'deskColumn.handler', of: (i) => i.handler?.name ?? null },
    { key: 'deskColumn.overdue', of: (i, { t }) => t(i.overdue ? 'common.yes' : 'common.no') },
    { key: 'deskColumn.note', width: 60, of: (i) => i.note },
    { key: 'deskColumn.notedBy', of: (i) => i.notedBy },
  ],
}

export const INVENTORY_DAYS: Sheet<InventoryDay> = {
  name: 'deskSheet.inventoryDays',
  subject: 'inventoryDays',
  columns: [
    { key: 'deskColumn.date', of: (d) => d.date },
    {
      key: 'deskColumn.signedAt',
      width: 18,
      of: (d, { t, time }) => (d.signed ? time(d.signed.at) : t('deskWord.unsigned')),
    },
    { key: 'deskColumn.signedBy', of: (d) => d.signed?.by.name ?? null },
    { key: 'deskColumn.items', of: (d) => d.items },
    { key: 'deskColumn.gap', of: (d, { t }) => t(d.gap ? 'common.yes' : 'common.no') },
    { key: 'deskColumn.gapItems', of: (d) => d.gap?.items ?? null },
  ],
}

type GapItem = AnswerOf<typeof listInventoryGap>['rows'][number]
export const INVENTORY_GAP: Sheet<GapItem> = {
  name: 'deskSheet.inventoryGap',
  subject: 'inventoryGap',
  columns: [
    { key: 'deskColumn.matter', of: (g) => g.number },
    { key: 'deskColumn.title', width: 40, of: (g) => g.title },
    { key: 'deskColumn.owner', of: (g) => g.owner.name },
  ],
}
