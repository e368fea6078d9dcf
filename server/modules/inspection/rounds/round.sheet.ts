import { nameIn } from '#content/usual-names.ts'
import type { LastDone, RoundLine } from '#contract/inspection-rounds.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

/** A phone without signal tells later: when that was heard of, and how far its clock was ahead then. */
const arrivalColumns = (
  of: (round: RoundLine) => RoundLine['doneArrival'],
  which: 'start' | 'done',
): Sheet<RoundLine>['columns'] => [
  { key: `inspectionColumn.${which}HeardAt`, width: 18, of: (r, { time }) => time(of(r)?.receivedAt ?? null) },
  {
    key: `inspectionColumn.${which}ClockOff`,
    of: (r) => {
      const arrival = of(r)
      return arrival && Math.round(arrival.clockOffMs / 1_000)
    },
  },
]

export const ROUNDS: Sheet<RoundLine> = {
  name: 'inspectionSheet.rounds',
  subject: 'inspectionRounds',
  columns: [
    { key: 'inspectionColumn.date', of: (r) => r.date },
    { key: 'inspectionColumn.name', width: 30, of: (r, { lang }) => nameIn(lang, r.name) },
    { key: 'inspectionColumn.kind', of: (r, { t }) => t(`inspectionKind.${r.kind}`) },
    { key: 'inspectionColumn.state', of: (r, { t }) => t(`roundState.${r.state}`) },
    { key: 'inspectionColumn.fromAt', width: 18, of: (r, { time }) => time(r.fromAt) },
    { key: 'inspectionColumn.dueAt', width: 18, of: (r, { time }) => time(r.dueAt) },
    {
      key: 'inspectionColumn.assignee',
      width: 16,
      of: (r, { t }) => r.assignee?.name ?? (r.assigneeRole ? t(`role.${r.assigneeRole}`) : (r.area?.name ?? null)),
    },
    { key: 'inspectionColumn.places', of: (r) => r.places },
    { key: 'inspectionColumn.seen', of: (r) => r.seen },
    { key: 'inspectionColumn.skipped', of: (r) => r.skipped },
    { key: 'inspectionColumn.startedAt', width: 18, of: (r, { time }) => time(r.startedAt) },
    ...arrivalColumns((r) => r.startArrival, 'start'),
    { key: 'inspectionColumn.doneAt', width: 18, of: (r, { time }) => time(r.doneAt) },
    ...arrivalColumns((r) => r.doneArrival, 'done'),
    { key: 'inspectionColumn.doneBy', of: (r) => r.doneBy?.name ?? null },
    { key: 'inspectionColumn.missedAt', width: 18, of: (r, { time }) => time(r.missedAt) },
    { key: 'inspectionColumn.reason', width: 30, of: (r, { lang }) => r.cancelReason && nameIn(lang, r.cancelReason) },
    { key: 'inspectionColumn.seed', of: (r) => r.seed },
  ],
}

export const LAST_DONE: Sheet<LastDone> = {
  name: 'inspectionSheet.lastDone',
  subject: 'lastDone',
  columns: [
    { key: 'inspectionColumn.place', width: 28, of: (d) => `${d.code} ${d.place}` },
    {
      key: 'inspectionColumn.task',
      width: 26,
      of: (d, { t, lang }) => (d.task ? nameIn(lang, d.task) : t('inspectionColumn.looked')),
    },
    { key: 'inspectionColumn.lastAt', width: 18, of: (d, { time }) => time(d.lastAt) },
    { key: 'inspectionColumn.lastBy', of: (d) => d.lastBy?.name ?? null },
    { key: 'inspectionColumn.nextDueAt', width: 18, of: (d, { time }) => time(d.nextDueAt) },
    { key: 'inspectionColumn.missed30', of: (d) => d.missed30 },
  ],
}
