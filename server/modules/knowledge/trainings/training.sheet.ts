import type { Training } from '#contract/trainings.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const TRAININGS: Sheet<Training> = {
  name: 'nav.trainings',
  subject: 'trainings',
  columns: [
    { key: 'training.startsAt', width: 18, of: (r, { time }) => time(r.startsAt) },
    { key: 'training.topic', width: 30, of: (r) => r.topic },
    { key: 'training.kind', of: (r, { t }) => t(`trainingKind.${r.kind}`) },
    { key: 'training.state', of: (r, { t }) => t(`trainingState.${r.state}`) },
    { key: 'training.trainer', of: (r) => r.trainer },
    { key: 'training.watched', of: (r) => r.watched?.name ?? null },
    { key: 'training.place', of: (r) => r.place },
    { key: 'training.invited', of: (r) => r.invited },
    { key: 'training.attended', of: (r) => r.attended },
    { key: 'training.passed', of: (r) => r.passed },
    { key: 'training.failed', of: (r) => r.failed },
    { key: 'training.content', width: 40, of: (r) => r.content },
    { key: 'training.summary', width: 40, of: (r) => r.summary },
    { key: 'training.cancelReason', width: 30, of: (r) => r.cancelReason },
  ],
}
