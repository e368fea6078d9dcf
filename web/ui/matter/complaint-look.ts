import type { ComplaintCase } from '#contract/complaint-case.ts'
import { type CauseFactor, SUBS_OF } from '#contract/complaint-categories.ts'
import { complaint } from '#contract/kinds/complaint.ts'
import { complaintNeeds } from '#contract/kinds/complaint-needs.ts'
import { text } from '#contract/values.ts'
import type { T } from '../i18n.ts'
import { moveFields } from '../moves/move-fields.ts'
import type { MoveLook } from '../moves/move-form.tsx'

/** Verbs that write down anew what was found before: their form begins with it. */
const BEGINS_WITH_CASE: ReadonlySet<string> = new Set(['setCategory', 'describePost'])
export const beginsWithCase = (kind: string, verb: string): boolean =>
  kind === 'complaint' && BEGINS_WITH_CASE.has(verb)

const known = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))

const initialOf = (verb: string, c: ComplaintCase): Record<string, unknown> => {
  if (verb === 'describePost')
    return known({
      watchId: c.post?.watchId,
      url: c.post?.url,
      account: c.post?.account,
      postedAt: c.post?.postedAt,
      forwardedAt: c.post?.forwardedAt,
    })
  return known({
    code: c.categoryFinal,
    secondary: c.secondaryCategory,
    cause: c.cause,
    factor: c.factor,
    factorSub: c.factorSub,
    secondaryFactors: c.secondaryFactors,
    ours: c.ours,
    obviousNeglect: c.obviousNeglect,
    touchpoint: c.touchpoint,
  })
}

const subsOf = (factor: unknown): readonly string[] =>
  typeof factor === 'string' && Object.hasOwn(SUBS_OF, factor) ? SUBS_OF[factor as CauseFactor] : []

/** What the page of a complaint knows better than the drawing about the form of a verb. */
export const complaintLook = (t: T, verb: string, c: ComplaintCase | undefined): MoveLook => {
  const initial = c && beginsWithCase('complaint', verb) ? initialOf(verb, c) : {}
  const drawn = moveFields(t, complaint, verb)
  // the first description names a point at least; later ones may have no new one
  if (verb === 'describePost' && c?.points.length === 0)
    return { initial, schema: complaintNeeds.describePost.extend({ points: text(4000) }) }
  if (verb === 'setCategory' && drawn.factorSub) {
    const { options = [], ...spec } = drawn.factorSub
    return {
      initial,
      fields: {
        ...drawn,
        // CP-133: a factor has its own sub-factors, or none
        factorSub: {
          ...spec,
          widget: 'select',
          options: options.map((option) => ({
            ...option,
            when: ({ factor }) => subsOf(factor).includes(option.value),
          })),
          when: ({ factor }) => subsOf(factor).length > 0,
        },
      },
    }
  }
  if (verb === 'count' && drawn.notCountedReason)
    return {
      initial,
      fields: { ...drawn, notCountedReason: { ...drawn.notCountedReason, when: ({ counted }) => counted === false } },
    }
  return { initial }
}
