import type { PostView, RosterRow, RosterView } from '#contract/duty.ts'
import type { DayGap } from './week.rules.ts'

/** A place in the week, with the duty that is meant when one is. */
export type CellPlace = { postId: string; date: string; row?: RosterRow & { staffName: string } }

export type WeekProps = {
  roster: RosterView
  posts: readonly PostView[]
  gaps: ReadonlyMap<string, DayGap[]>
  today: string
  /** Absent for who may only read. */
  onCell?: (cell: CellPlace) => void
}
