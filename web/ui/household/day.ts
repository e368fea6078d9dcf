import { nowMs } from '../clock.ts'
import { useZone } from '../session.tsx'
import { wallTime } from '../time.rules.ts'

/** The local date of the estate by the server's clock. */
export const useToday = (): string => wallTime(nowMs(), useZone()).date
