import { z } from 'zod'
import { changedWith, EstateStandard, saveEstateStandard } from '#contract/standards.ts'
import { Threshold } from '#contract/touchpoints.ts'
import { valueAt } from '#ui/form/form-errors.ts'
import type { T } from '#ui/i18n.ts'
import { issueText, toIssue } from '#ui/issue-text.ts'

const Figure = z.number().nullable()
/** A limit while it is typed: a figure or an end of a range may be missing yet. */
export const TypedLimit = Threshold.extend({
  value: z.union([Threshold.shape.value, Figure, z.tuple([Figure, Figure])]),
})
export type TypedLimit = z.output<typeof TypedLimit>

const Content = EstateStandard.pick({ traits: true, standing: true, off: true, added: true }).extend({
  changed: changedWith(TypedLimit),
})
export type Content = z.output<typeof Content>
/** What an estate sets otherwise of one item. */
export type Changed = Content['changed'][string]
/** What is being written; `base` is the version that it began with. */
export const Work = Content.extend({ base: z.number() })
export type Work = z.output<typeof Work>

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
