import type { Instant, Uuid } from '#contract/values.ts'
import { numberKeys } from '#modules/estate/index.ts'
import { type Actor, rolesIn } from '#platform/auth/actor.ts'
import { dueAt, type Span } from '#platform/calendar/due.rules.ts'
import { newId } from '#platform/ids.ts'
import type { PastCourse, PastStep } from './demo-complaint-course.ts'
import type { Past } from './demo-complaint-plan.ts'
import { demoId } from './demo-id.ts'
import type { World } from './story.ts'

export type Numbered = { past: Past; course: PastCourse; number: string }

export const pastId = (past: Pick<Past, 'name'>): Uuid => demoId(past.name)
/** What was no complaint, or the same one, has no cause of its own. */
export const isJudged = ({ course }: Past): boolean => course !== 'notComplaint' && course !== 'merged'

export const keyRows = ({ estateId }: World, { past, number }: Numbered) =>
  numberKeys(number).map(({ key, weight }) => ({
    estate_id: estateId,
    kind: 'matter',
    subject_id: pastId(past),
    key,
    weight,
    label: `${number} ${past.story.title}`,
  }))

const entryOf = (estateId: Uuid, past: Past, who: Actor | 'system') => ({
  estate_id: estateId,
  id: newId(),
  matter_id: pastId(past),
  ...(who === 'system'
    ? { actor_id: null, actor_name: 'system', actor_role: null }
    : { actor_id: who.id, actor_name: who.name, actor_role: rolesIn(who, estateId)[0] ?? null }),
})

export const registeredRow = ({ estateId }: World, { past, course }: Numbered) => ({
  ...entryOf(estateId, past, course.owner),
  at: past.at,
  type: 'registered',
  to_state: 'RECEIVED',
  data: JSON.stringify({ channel: past.channel, contactType: 'complaint' }),
})

export const stepRows = ({ estateId }: World, past: Past, steps: readonly PastStep[]) =>
  steps.map((s) => ({
    ...entryOf(estateId, past, s.who),
    at: s.at,
    type: 'move',
    verb: s.verb,
    from_state: s.from,
    to_state: s.to,
    text: s.text ?? null,
    for_customer: s.forCustomer ?? false,
    data: JSON.stringify({ input: s.input ?? {} }),
  }))

export const clockRows = ({ estateId }: World, { past, course }: Numbered) => {
  const clock = (name: string, rule: string, from: Instant, due: Instant, met: Instant) => ({
    estate_id: estateId,
    id: demoId(`clock ${name} of ${past.name}`),
    matter_id: pastId(past),
    name,
    rule,
    span: JSON.stringify({ kind: 'until', at: due }),
    started_at: from,
    due_at: due,
    state: met > due ? 'breached' : 'met',
    met_at: met,
    breached_at: met > due ? due : null,
    ended_at: met,
  })
  if (course.firstReplyAt === null) return []
  return [
    clock('complaint.reply', 'CP-070', past.at, course.replyDueAt, course.firstReplyAt),
    ...(course.promisedAt === null
      ? []
      : [clock('promise.feedback', 'CP-042', past.at, course.promisedAt, course.firstReplyAt)]),
  ]
}

export const dutyRows = ({ estateId, who }: World, { past, course }: Numbered) => {
  if (!isJudged(past)) return []
  const duty = (name: string, done_at: Instant, by: Uuid) => ({
    estate_id: estateId,
    matter_id: pastId(past),
    duty: name,
    done_at,
    done_by: by,
  })
  const lead = who('kefuzhuguan').id
  return [
    duty('organise', course.steps[0]?.at ?? past.at, course.owner.id),
    duty('accept', course.workEndedAt ?? course.closedAt, lead),
    duty('callback', course.closedAt, lead),
  ]
}

export const attemptRows = ({ estateId }: World, { past, course }: Numbered) =>
  course.callbacks.map((call, i) => ({
    estate_id: estateId,
    id: demoId(`callback ${i} of ${past.name}`),
    matter_id: pastId(past),
    round: call.satisfaction === 'notSatisfied' ? 0 : course.attempt + (i > 0 ? course.reopened : 0),
    at: call.at,
    staff_id: call.by.id,
    how: call.how,
    outcome: call.outcome,
    words: call.words,
    satisfaction: call.satisfaction,
    grade: 'free',
  }))

export const postRows = ({ estateId }: World, { past }: Numbered) =>
  past.channel === 'forum'
    ? [{ estate_id: estateId, matter_id: pastId(past), account: '楼里的邻居', posted_at: past.at }]
    : []

const DECISIONS = ['批评教育并扣当月绩效一百元', '书面警告，重新培训后上岗', '扣减外包当月费用五百元'] as const

export const reviewRows = ({ estateId, who, now }: World, { past, course }: Numbered) => {
  if (!past.obviousNeglect || !isJudged(past)) return []
  const settled = past.offset < -25
  const decided = [course.closedAt, now].sort()[0] ?? now
  return [
    {
      estate_id: estateId,
      id: demoId(`review of ${past.name}`),
      matter_id: pastId(past),
      finding: past.story.cause,
      opened_at: course.classifiedAt,
      person_id: settled ? who(past.story.line === 'cleaning' ? 'baojie' : 'baoan').id : null,
      decision: settled ? (DECISIONS[past.name.length % DECISIONS.length] ?? DECISIONS[0]) : null,
      decided_at: settled ? decided : null,
      decided_by: settled ? who('zhuren').id : null,
    },
  ]
}

export const linkRows = ({ estateId, who }: World, { past, course }: Numbered) =>
  past.into
    ? [
        {
          estate_id: estateId,
          from_id: pastId(past),
          to_id: pastId({ name: past.into }),
          kind: 'mergedInto',
          created_at: course.closedAt,
          created_by: who('heshi').id,
        },
      ]
    : []

export const reportId = (kind: string, past: Pick<Past, 'name'>): Uuid => demoId(`report ${kind} of ${past.name}`)

/** Drafts as the program opens them; they are filed by those who write them. */
export const reportRows = ({ estateId, calendar }: World, { past, course }: Numbered) => {
  const draft = (kind: string, from: Instant, span: Span) => ({
    estate_id: estateId,
    id: reportId(kind, past),
    kind,
    matter_id: pastId(past),
    state: 'draft',
    due_at: dueAt(calendar, from, span).due,
    created_at: from,
  })
  const week = { kind: 'calendarDays', n: 7 } as const
  const ended = course.workEndedAt ?? course.closedAt
  return [
    ...(past.hotAt ? [draft('hotFirst', past.hotAt, week), draft('hotTopic', ended, week)] : []),
    ...(past.claimFen === undefined
      ? []
      : [draft('majorFirst', past.at, { kind: 'workingDays', n: 1 }), draft('majorTopic', ended, week)]),
  ]
}
