import { z } from 'zod'
import { changedWith, EstateStandard, saveEstateStandard } from '#contract/standards.ts'
import { valueAt } from '#ui/form/form-errors.ts'
import type { T } from '#ui/i18n.ts'
import { issueText, toIssue } from '#ui/issue-text.ts'
import { TypedLimit } from './typed-limit.ts'

const Content = EstateStandard.pick({ traits: true, standing: true, off: true, added: true }).extend({
  changed: changedWith(TypedLimit),
})
export type Content = z.output<typeof Content>
/** What an estate sets otherwise of one item. */
export type Changed = Content['changed'][string]
/** What is being written; `base` is the version that it began with. */
export const Work = Content.extend({ base: z.number() })
export type Work = z.output<typeof Work>

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

/** What is sent, or what is wrong with what is typed: the first fault of each item, in words. */
export const readWork = (t: T, { base: version, ...said }: Work, note: string | null) => {
  const body = { ...said, note: note ?? undefined, version }
  const read = saveEstateStandard.body.safeParse(body)
  const faults = new Map<string, string>()
  for (const issue of read.error?.issues ?? []) {
    const [field, key] = issue.path
    const item = field === 'added' ? said.added[Number(key)]?.id : String(key)
    const fault = issueText(t, toIssue(issue, valueAt(body, issue.path)))
    if (item !== undefined && !faults.has(item)) faults.set(item, fault)
  }
  return { body: read.data, faults }
}
