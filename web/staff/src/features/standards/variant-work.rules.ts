import type { Content, Work } from './typed-work.ts'

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

/** Whether the version says anything of this item of the company. */
export const varies = ({ off, changed }: Pick<Content, 'off' | 'changed'>, itemId: string): boolean =>
  off[itemId] !== undefined || changed[itemId] !== undefined
