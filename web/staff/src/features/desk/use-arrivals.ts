import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { z } from 'zod'
import { type CallView, getCall } from '#contract/calls.ts'
import { getCustomer } from '#contract/customers.ts'
import type { Received } from '#contract/route.ts'
import { getSurveyComment } from '#contract/survey-results.ts'
import { getUnit } from '#contract/units.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import type { Desk } from './conversation-store.ts'
import type { Seed } from './conversations.rules.ts'

const id = z.uuid().optional().catch(undefined)
const at = z.coerce.number().int().optional().catch(undefined)
const Search = z.object({ unit: id, customer: id, call: id, watch: id, box: id, survey: id, comment: id, at })

/** Somebody known by the number is taken for the caller only when nobody else has it. */
const seedOfCall = (call: z.output<typeof CallView>): Seed => {
  const only = call.callers.length === 1 ? call.callers[0] : undefined
  const home = only?.units.length === 1 ? only.units[0] : undefined
  return {
    callId: call.id,
    late: call.late,
    beganAt: call.answeredAt ?? call.ringingAt,
    ...(only ? { customer: only.customer } : {}),
    ...(home ? { unit: { id: home.id, display: home.display } } : {}),
    // A number with stars in it is not one that can be called back.
    values: { channel: 'phone', ...(call.number.includes('*') ? {} : { phone: call.number }) },
  }
}

/** CP-031: what somebody wrote in a survey; without a name where the survey has none. */
const seedOfComment = ({ text, touchpoint, customer, unit }: Received<typeof getSurveyComment>): Seed => ({
  ...(customer ? { customer } : {}),
  ...(unit ? { unit } : {}),
  values: {
    channel: 'questionnaire',
    said: text,
    anonymous: customer === null,
    ...(touchpoint ? { touchpoint } : {}),
  },
})

/**
 * What other places of the app bring to the desk in the address (`?unit=`, `?customer=`, `?call=`, `?watch=`, `?box=`,
 * `?survey=` with `comment` and `at`); taken in once and wiped off.
 */
export const useArrivals = (desk: Desk) => {
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const navigate = useNavigate()
  const raw: unknown = useSearch({ strict: false })
  const search = Search.parse(raw ?? {})
  const params = (one: string) => ({ params: { estateId, id: one } })
  const unit = useApiQuery(getUnit, search.unit ? params(search.unit) : null, { topics: ['units'] })
  const customer = useApiQuery(getCustomer, search.customer ? params(search.customer) : null, { topics: ['customers'] })
  const call = useApiQuery(getCall, search.call ? params(search.call) : null, { topics: ['calls'], staleTime: 0 })
  const comment = useApiQuery(
    getSurveyComment,
    search.survey && search.comment
      ? { params: { estateId, id: search.survey, responseId: search.comment }, query: { at: search.at ?? 1 } }
      : null,
  )
  const asked = [
    ...(search.unit ? [unit] : []),
    ...(search.customer ? [customer] : []),
    ...(search.call ? [call] : []),
    ...(search.survey && search.comment ? [comment] : []),
  ]
  // A call is looked at anew: its number is whole only for the one who serves it.
  const ready =
    (asked.length > 0 || search.watch !== undefined || search.box !== undefined) &&
    asked.every((query) => query.data !== undefined || query.error !== null) &&
    !call.isFetching
  // biome-ignore lint/correctness/useExhaustiveDependencies: what arrived is taken in once, when it is complete
  useEffect(() => {
    if (!ready) return
    const error = asked.find((query) => query.error)?.error
    if (error) notice.bad(error)
    if (search.call && call.data) desk.open(seedOfCall(call.data))
    if (search.comment && comment.data) desk.open(seedOfComment(comment.data))
    // CP-110: what was found on a watched channel is a complaint like any other
    if (search.watch) desk.open({ values: { channel: 'forum', contactType: 'complaint', postWatchId: search.watch } })
    // CP-080: what lay in a suggestion box counts from its opening
    if (search.box) desk.open({ values: { channel: 'suggestion_box', contactType: 'complaint' } })
    const household = {
      ...(search.unit && unit.data ? { unit: { id: unit.data.id, display: unit.data.display } } : {}),
      ...(search.customer && customer.data ? { customer: { id: customer.data.id, name: customer.data.name } } : {}),
    }
    if (Object.keys(household).length > 0) desk.bring(household)
    void navigate({ to: '.', search: {}, replace: true })
  }, [ready])
  return { waiting: asked.length > 0 && !ready }
}
