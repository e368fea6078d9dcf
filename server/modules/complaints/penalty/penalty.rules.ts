type Centre = { floorAreaM2: number; largeFromM2: number; inPhases: boolean }

/** CP-160: large centres and projects in phases must have a penalty rule; exactly the limit is large. */
export const ruleRequired = ({ floorAreaM2, largeFromM2, inPhases }: Centre): boolean =>
  inPhases || floorAreaM2 >= largeFromM2
