import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { countMarked, monthsSql, sweepMonths } from '#platform/db/month-sums.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { type ComplaintHouse, category, inMinutes, local, openComplaintHouse } from '#test/complaint-house.ts'
import { markMonth, saveCase } from '../case.store.ts'
import { COMPLAINT_MONTHS } from './month-sums.store.ts'

let house: ComplaintHouse
beforeAll(async () => {
  house = await openComplaintHouse()
})
afterAll(() => house.close())

type Sums = Record<string, unknown> & { estate_id: Uuid; month: LocalDate; received: number }
const SPAN = ['2026-09-01', '2026-11-01'] as const
const estates = () => [house.t.a.id, house.t.b.id]

/** As the program reads them. */
const read = (): Promise<Sums[]> =>
  house.t.tx(async ({ db }) => {
    const { rows } =
      await sql<Sums>`select * from (${monthsSql(COMPLAINT_MONTHS, estates(), ...SPAN)}) k order by estate_id, month`.execute(
        db,
      )
    return rows.filter((r) => r.received > 0)
  })

/** As they are, counted case by case. */
const counted = (): Promise<Sums[]> =>
  house.t.tx(async ({ db }) => {
    const of = (code: string) =>
      sql`count(*) filter (where left(cc.category_final, 2) = ${code})::int as ${sql.ref(code.toLowerCase())}`
    const { rows } = await sql<Sums>`
      select cc.estate_id, date_trunc('month', cc.received_on)::date as month, count(*)::int as received,
        count(cc.major_at)::int as major, count(cc.hot_at)::int as hot, count(cc.escalated_at)::int as escalated,
        ${sql.join(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'].map(of))},
        count(*) filter (where cc.category_final is null)::int as uncategorised
      from complaint_case cc join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id
      where cc.counted is distinct from false and m.state not in ('NOT_COMPLAINT', 'MERGED')
      group by 1, 2 order by 1, 2`.execute(db)
    return rows
  })

const marks = () => house.t.tx(({ db }) => db.selectFrom('complaint_stale').select('id').execute())
const sweep = () => sweepMonths(house.t.house.database, COMPLAINT_MONTHS)

const DAYS = ['2026-09-28', '2026-10-30', '2026-11-02', '2026-11-20']
type Step = { what: keyof typeof STEPS; one: number; other: number; sweep: boolean }
/** Each may be refused in the state that the complaint is in; what was refused must change no figure either. */
const STEPS = {
  register: (_id: Uuid, _into: Uuid, other: number) =>
    house.register('frontDeskClerk', {
      receivedAt: local(DAYS[other % DAYS.length] ?? '', '09:00'),
      contactPhone: `1390000${String(1000 + other).padStart(4, '0')}`,
      complaint: other % 2 === 0 ? { categoryInitial: 'C2.1' } : {},
    }),
  guess: (id: Uuid, _into: Uuid, other: number) =>
    house.act('frontDeskClerk', id, 'guessCategory', { code: `C${(other % 8) + 1}.1` }),
  categorise: (id: Uuid) => house.act('csLead', id, 'setCategory', category()),
  count: (id: Uuid) => house.act('complaintVerifier', id, 'count', { counted: true }),
  countNot: (id: Uuid) =>
    house.act('complaintVerifier', id, 'count', { counted: false, notCountedReason: 'duplicateEntry' }),
  demand: (id: Uuid) => house.act('frontDeskClerk', id, 'demand', { amountFen: 150_000, grounds: '要求赔偿鞋柜' }),
  notComplaint: (id: Uuid) => house.act('csLead', id, 'notComplaint', { reason: '是一条建议', becomes: 'suggestion' }),
  merge: (id: Uuid, into: Uuid) => house.act('csLead', id, 'merge', { intoId: into, reason: '同一件事' }),
  voice: (id: Uuid, _into: Uuid, other: number) =>
    house.act('frontDeskClerk', id, 'addVoice', {
      callerName: `住户${other}`,
      contactPhone: `1380000${String(1000 + other).padStart(4, '0')}`,
      channel: 'phone',
      said: '我也受影响',
      saidAt: local('2026-11-20', '09:30'),
    }),
  clearMajor: async (id: Uuid) => {
    await house.act('csLead', id, 'setCategory', category({ code: 'C8.1', ours: false }))
    return house.act('centreHead', id, 'clearMajor', { finding: '查明非我方失误' })
  },
  toQuality: async (id: Uuid) => {
    await house.act('frontDeskClerk', id, 'dispatch', {
      handlerId: house.who('customerAssistant'),
      leadId: house.who('csLead'),
      promisedFeedbackAt: inMinutes(5),
    })
    await house.act('csLead', id, 'acceptCase')
    return house.act('centreHead', id, 'escalateToQuality', {
      effort: '已协商三次',
      qualityId: house.who('qualityDept'),
    })
  },
}

test('CP-126 CP-123 whatever happens to complaints, a company’s months are what a count of their cases gives, swept or not', async () => {
  const known: Uuid[] = [await house.registered(), await house.registered(), await house.registered()]
  const done: Record<string, number> = {}
  const step = fc.record({
    what: fc.constantFrom(...(Object.keys(STEPS) as Step['what'][])),
    one: fc.nat(1_000),
    other: fc.nat(1_000),
    sweep: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 25 }), async (steps) => {
      for (const { what, one, other, sweep: swept } of steps) {
        // most of what can happen to a complaint can only happen to a fresh one
        const fresh = known.slice(-6)
        const id = fresh[one % fresh.length] ?? ''
        const into = known[other % known.length] ?? ''
        const answer = await STEPS[what](id, into, other)
        if (answer.status < 300) done[what] = (done[what] ?? 0) + 1
        if (what === 'register' && answer.status === 201) known.push(answer.body.matter.id)
        expect(await read(), what).toEqual(await counted())
        if (!swept) continue
        await sweep()
        expect(await marks()).toEqual([])
        expect(await read(), `${what}, swept`).toEqual(await counted())
      }
    }),
    { numRuns: 4, seed: 20_261_120, endOnFailure: true },
  )
  // a walk on which something never happened proves nothing about it
  expect(Object.keys(done).sort()).toEqual(Object.keys(STEPS).sort())
  const [sums] = await house.t.tx(({ db }) =>
    db.selectFrom('complaint_month').select(['received', 'major', 'hot']).where('month', '=', '2026-11-01').execute(),
  )
  expect(sums?.received).toBeGreaterThan(0)
}, 120_000)

test('CP-126 a sweep that is cut off has done nothing, and the next one does it', async () => {
  await sweep()
  await house.registered()
  const cut = inTransaction(house.t.house.database, { scope: 'all' }, async (tx) => {
    expect(await countMarked(tx, COMPLAINT_MONTHS, 100)).toBe(1)
    throw new Error('cut off')
  })
  await expect(cut).rejects.toThrow('cut off')
  expect(await marks()).toHaveLength(1)
  expect(await read()).toEqual(await counted())
  expect(await sweep()).toBe(1)
  expect(await read()).toEqual(await counted())
})

test('CP-126 a change that is not yet committed while the months are summed is counted when it is', async () => {
  const id = await house.registered()
  const matter = { estate_id: house.t.a.id, id }
  let commit: () => void = () => undefined
  const later = new Promise<void>((resolve) => {
    commit = resolve
  })
  let begun: () => void = () => undefined
  const written = new Promise<void>((resolve) => {
    begun = resolve
  })
  const writing = house.t.tx(async (tx) => {
    await saveCase(tx, matter, { counted: false })
    begun()
    await later
    return true
  })
  await written
  await sweep()
  expect(await read()).toEqual(await counted())
  commit()
  await writing
  expect(await marks()).toHaveLength(1)
  expect(await read()).toEqual(await counted())
  await Promise.all([sweep(), sweep(), house.t.tx((tx) => markMonth(tx, matter).then(() => true))])
  expect(await read()).toEqual(await counted())
})

test('CP-126 a mark of another estate is neither read nor waited for; two changes of a month do not wait for each other', async () => {
  const [one, two] = [await house.registered(), await house.registered()]
  const own = { estate_id: house.t.a.id }
  await house.t.tx(async (tx) => {
    await saveCase(tx, { ...own, id: one }, { counted: false })
    // inside the first, so that waiting for it would never end
    await house.t.tx((second) => saveCase(second, { ...own, id: two }, { counted: false }).then(() => true))
    return true
  })
  expect(await read()).toEqual(await counted())
  const elsewhere = await inTransaction(house.t.house.database, { scope: [house.t.b.id] }, async ({ db }) => {
    const { rows } = await sql`${monthsSql(COMPLAINT_MONTHS, estates(), ...SPAN)}`.execute(db)
    return rows
  })
  expect(elsewhere).toEqual([])
})
