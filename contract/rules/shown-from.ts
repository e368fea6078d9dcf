/**
 * From how many answers on an anonymous survey in this state shows anything (quality-model.md section 4): as long as more may
 * come, as many as make a group wait while as many are counted in.
 */
export const shownFrom = (state: string, smallestGroup: number): number =>
  state === 'opened' ? 2 * smallestGroup : smallestGroup
