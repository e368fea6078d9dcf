import { expect } from 'vitest'
import { PLANS, type Story } from './complaint-stories.ts'

type Ask = <T extends object>(sql: string, values?: unknown[]) => Promise<T[]>

/** What must hold of complaints at every moment, whatever was cut off. Every row found is a fault. */
const NEVER = {
  'a complaint without its case, or a case without its complaint': `select m.id::text, c.matter_id::text from matter m
    full join complaint_case c on c.estate_id = m.estate_id and c.matter_id = m.id
    where coalesce(m.kind, 'complaint') = 'complaint' and (m.id is null or c.matter_id is null)`,
  'a case that counts other voices than it has': `select c.matter_id::text, c.times, c.persons, v.* from complaint_case c
    left join lateral (select count(*)::int as voices, count(distinct k.person_key)::int as people from complaint_contact k
      where k.estate_id = c.estate_id and k.matter_id = c.matter_id) v on true
    join matter m on m.estate_id = c.estate_id and m.id = c.matter_id
    where case when m.state = 'MERGED' then v.voices <> 0 else v.voices <> c.times or v.people <> c.persons end`,
  'a clock that runs on a closed complaint and is not that of a report': `select k.name from clock k
    join matter m on m.estate_id = k.estate_id and m.id = k.matter_id
    where m.kind = 'complaint' and not m.open and k.ended_at is null and k.name !~ '(Report|Topic)$'`,
  'two clocks of one name that run on one complaint': `select matter_id::text, name from clock
    where ended_at is null and name like 'complaint.%' group by 1, 2 having count(*) > 1`,
  'a state that the last step on the timeline does not lead to': `select m.number, m.state, t.to_state from matter m
    join lateral (select to_state from timeline t where t.estate_id = m.estate_id and t.matter_id = m.id and t.to_state is not null
      order by t.id desc limit 1) t on true where m.kind = 'complaint' and t.to_state <> m.state`,
  'a version that is not the number of its steps': `select m.number, m.version, t.steps from matter m
    join lateral (select count(*)::int as steps from timeline t where t.estate_id = m.estate_id and t.matter_id = m.id
      and t.type in ('registered', 'move')) t on true where m.kind = 'complaint' and t.steps <> m.version`,
  'a number that two have': `select number from matter group by number having count(*) > 1`,
  'a merged complaint with other than one link to where it went': `select m.number from matter m where m.state = 'MERGED'
    and (select count(*) from matter_link l where l.estate_id = m.estate_id and l.from_id = m.id and l.kind = 'mergedInto'
      and l.to_id = m.merged_into_id) <> 1`,
  'a hot or large complaint with other than one first report and one clock for it': `select m.number, f.kind from matter m
    join (values ('hot', 'hotFirst', 'complaint.hotReport'), ('majorSuspected', 'majorFirst', 'complaint.majorReport')) f (flag, kind, clock)
      on m.flags @> array[f.flag]
    where m.state <> 'MERGED' and ((select count(*) from complaint_report r where r.estate_id = m.estate_id and r.matter_id = m.id and r.kind = f.kind) <> 1
      or (select count(*) from clock k where k.estate_id = m.estate_id and k.matter_id = m.id and k.name = f.clock) <> 1)`,
  'a report that was submitted while its clock runs, or the other way round': `select r.kind from complaint_report r
    join clock k on k.estate_id = r.estate_id and k.matter_id = r.matter_id and k.name = 'complaint.majorReport'
    where r.kind = 'majorFirst' and (r.state = 'submitted') <> (k.ended_at is not null)`,
  'an answer that was sent other than once': `select m.number from matter m
    join timeline t on t.estate_id = m.estate_id and t.matter_id = m.id and t.verb = 'reply'
    where (select count(*) from outbox_message o where o.estate_id = m.estate_id and o.matter_id = m.id and o.template = 'complaint.reply') <> 1`,
  'a satisfied callback that is written down other than once': `select m.number from matter m
    where m.kind = 'complaint' and m.state = 'CLOSED' and (select count(*) from callback_attempt a
      where a.estate_id = m.estate_id and a.matter_id = m.id and a.satisfaction = 'satisfied') <> 1`,
  'a finding of neglect with other than one review': `select c.matter_id::text from complaint_case c where c.obvious_neglect
    and (select count(*) from penalty_review p where p.estate_id = c.estate_id and p.matter_id = c.matter_id) <> 1`,
} as const

/** What the server said it did is there, once, in this order; what it did besides is at most the step under way. */
const acknowledged = async (ask: Ask, story: Story) => {
  const rows = await ask<{ id: string; verb: string }>(
    `select t.matter_id::text as id, coalesce(t.verb, t.type) as verb from timeline t
     where t.matter_id = any($1::uuid[]) and (t.type in ('registered', 'move') or t.verb = 'reportSubmitted') and t.verb is distinct from 'turnHot'
     order by t.id`,
    [story.ids],
  )
  const names: Record<string, string> = { reportSubmitted: 'submitReport' }
  const found = rows.map(({ verb }) => names[verb] ?? verb)
  const plan = PLANS[story.kind].map(({ does }) => does).filter((does) => does !== 'saveReport')
  const done = story.done.filter((does) => does !== 'saveReport')
  expect(found.slice(0, done.length), story.key).toEqual(done)
  // of a lost registration nobody knows the id yet
  expect(plan.slice(0, found.length), story.key).toEqual(found)
  expect(found.length, story.key).toBeLessThanOrEqual(done.length + 1)
}

export const checkComplaints = async (ask: Ask, stories: readonly Story[]): Promise<void> => {
  for (const [never, sql] of Object.entries(NEVER)) expect(await ask(sql), never).toEqual([])
  for (const story of stories) {
    expect(story.refused, story.key).toBeUndefined()
    if (story.ids.length > 0) await acknowledged(ask, story)
  }
}
