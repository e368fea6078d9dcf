import type { Flag } from '#contract/channels.ts'
import type { MatterLine } from '#contract/matters.ts'

/** A flag as its matter shows it: loud ones stand out, the others are plain words. */
export type ShownFlag = { flag: Flag | 'urgent'; loud: boolean }

/** What nobody may miss, the weightiest first; `asks` is a call to act, which ends with the matter. */
const LOUD: readonly { flag: ShownFlag['flag']; asks?: true }[] = [
  { flag: 'extremeRisk' },
  { flag: 'urgent' },
  { flag: 'noCallbackWish', asks: true },
  { flag: 'headMustAppear', asks: true },
  { flag: 'major' },
  { flag: 'majorSuspected', asks: true },
  { flag: 'hot' },
  { flag: 'groupComplaint' },
  { flag: 'atQuality', asks: true },
  { flag: 'escalated', asks: true },
  { flag: 'wideImpact' },
  { flag: 'possiblyHot', asks: true },
  { flag: 'customerAbsentTwice', asks: true },
]

/** The flags of a matter, the weightiest first, so that a row with room for one shows the right one. */
export const shownFlags = ({ flags, urgent, open }: Pick<MatterLine, 'flags' | 'urgent' | 'open'>): ShownFlag[] => {
  const has = (flag: ShownFlag['flag']) => (flag === 'urgent' ? urgent : flags.includes(flag))
  const all = LOUD.filter(({ flag }) => has(flag)).map(({ flag, asks }) => ({ flag, loud: open || !asks }))
  const loud = all.filter((one) => one.loud)
  const plain = flags.filter((flag) => !LOUD.some((one) => one.flag === flag)).map((flag) => ({ flag, loud: false }))
  return [...loud, ...all.filter((one) => !one.loud), ...plain]
}
