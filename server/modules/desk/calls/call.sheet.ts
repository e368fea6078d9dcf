import type { PhoneCall } from '#contract/calls.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const CALLS: Sheet<PhoneCall> = {
  name: 'deskSheet.calls',
  subject: 'calls',
  columns: [
    { key: 'deskColumn.at', width: 18, of: (c, { time }) => time(c.ringingAt) },
    { key: 'deskColumn.number', of: (c) => c.number },
    { key: 'deskColumn.customer', of: (c) => c.customer?.name ?? null },
    { key: 'deskColumn.state', of: (c, { t }) => t(`deskWord.${c.state}`) },
    { key: 'deskColumn.answeredBy', of: (c) => c.answeredBy?.name ?? null },
    { key: 'deskColumn.ringSeconds', of: (c) => c.ringSeconds },
    { key: 'deskColumn.late', of: (c, { t }) => t(c.late ? 'common.yes' : 'common.no') },
    { key: 'deskColumn.matter', of: (c) => c.matter?.number ?? null },
  ],
}
