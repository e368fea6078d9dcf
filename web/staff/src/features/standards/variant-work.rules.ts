import type { EstateStandard } from '#contract/standards.ts'

export type Content = Pick<EstateStandard, 'traits' | 'standing' | 'off' | 'added' | 'changed'>
/** What is being written; `base` is the version that it began with. */
export type Work = Content & { base: number }

export const workOf = ({ version, traits, standing, off, added, changed }: Content & { version: number }): Work => ({
  base: version,
  traits,
  standing,
  off,
  added,
  changed,
})

const ordered = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value
const plain = ({ traits, standing, off, added, changed }: Content) =>
  JSON.stringify([traits.toSorted(), standing, off, added, changed], ordered)

/** Whether something would be lost; the order in which it was said says nothing. */
export const isChanged = (work: Content, shown: Content): boolean => plain(work) !== plain(shown)
