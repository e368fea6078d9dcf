import type { ImportBatch, ImportSummary } from '#contract/roster-import.ts'
import type { Tone } from '#ui/palette.ts'

type State = ImportBatch['state']

export const STATE_TONE: Record<State, Tone> = {
  uploaded: 'neutral',
  reading: 'active',
  ready: 'waiting',
  confirmed: 'active',
  applying: 'active',
  applied: 'good',
  failed: 'late',
  cancelled: 'ended',
}

/** The server works on it now: what is shown is asked again until that ends. */
export const isWorking = (state: State) =>
  state === 'uploaded' || state === 'reading' || state === 'confirmed' || state === 'applying'

/** Place among read, check, write, done; where it stopped when it did. */
export const stepOf = ({ state, phase }: Pick<ImportBatch, 'state' | 'phase'>): number => {
  if (state === 'uploaded' || state === 'reading') return 0
  if (state === 'ready') return 1
  if (state === 'confirmed' || state === 'applying') return 2
  if (state === 'applied') return 3
  return phase === 'writing' ? 2 : 0
}

/** Nothing in the file differs from what is on file. */
export const saysNothingNew = ({ things, changedOwners }: ImportSummary): boolean =>
  changedOwners === 0 && Object.values(things).every(({ created, changed }) => created === 0 && changed === 0)

/** Lines that are no data, blank runs counted by their lines. */
export const skippedLines = ({ skipped }: ImportSummary): number => skipped.reduce((sum, { count }) => sum + count, 0)

/** What a person should see first: owners that differ, else new units, else what changes. */
export const firstChange = ({ changedOwners, things }: ImportSummary): 'changedOwner' | 'created' | 'changed' =>
  changedOwners > 0 ? 'changedOwner' : (things.unit?.created ?? 0) > 0 ? 'created' : 'changed'
