import type { Newcomer } from '#contract/trainings.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const NEWCOMERS: Sheet<Newcomer> = {
  name: 'newcomers.title',
  subject: 'newcomers',
  columns: [
    { key: 'newcomers.name', width: 20, of: (r) => r.person.name },
    { key: 'newcomers.firstDay', of: (r) => r.since },
    { key: 'newcomers.seen', of: (r) => r.observed },
    { key: 'newcomers.toCome', of: (r) => r.planned },
  ],
}
