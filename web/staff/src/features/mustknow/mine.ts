import type { getMustKnow } from '#contract/must-know.ts'
import type { Received } from '#contract/route.ts'

/** The sheet in force and what I still have to do with it. */
export type Mine = Received<typeof getMustKnow>
