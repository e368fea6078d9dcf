import { newId } from '#platform/ids.ts'
import type { Answer, TestHouse } from './house.ts'

/** A flat with its owner and a telephone number on file. */
export type Home = { unitId: string; customerId: string; phone: string }

/** What a desk, a lead and a technician do to a service request, step by step, through the routes of estate A. */
export const serviceSteps = (t: TestHouse) => {
  const { id: estateId, staff } = t.a
  const url = (path: string) => `/api/v1/estates/${estateId}/${path}`
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const clerk = t.as(staff.frontDeskClerk)
  let homes = 0

  const ok = (answer: Answer): Answer => {
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
    return answer
  }

  const home = async (): Promise<Home> => {
    homes += 1
    const [buildingId, unitId, customerId, phone] = [
      newId(),
      newId(),
      newId(),
      `1390000${String(homes).padStart(4, '0')}`,
    ]
    await t.tx(async ({ db, now }) => {
      const own = { estate_id: estateId }
      await db
        .insertInto('building')
        .values({ ...own, id: buildingId, name: `${homes}栋`, code: String(homes) })
        .execute()
      const no = `${homes}-1-1203`
      await db
        .insertInto('unit')
        .values({
          ...own,
          id: unitId,
          building_id: buildingId,
          unit_no: no,
          display: `${homes}栋1单元1203`,
          room: '1203',
          kind: 'flat',
          created_at: now,
        })
        .execute()
      await db
        .insertInto('customer')
        .values({ ...own, id: customerId, kind: 'person', name: '周丽华', created_at: now, updated_at: now })
        .execute()
      await db
        .insertInto('customer_phone')
        .values({ ...own, id: newId(), customer_id: customerId, phone, from_date: '2020-01-01' })
        .execute()
    })
    return { unitId, customerId, phone }
  }

  const register = async (body: Record<string, unknown> = {}): Promise<string> => {
    const made = ok(
      await clerk.post(url('matters'), {
        contactType: 'service',
        channel: 'phone',
        customerSaid: '厨房水管漏水',
        ...body,
      }),
    )
    return made.body.matter.id
  }

  const versionOf = async (table: 'matter' | 'work_order', id: string): Promise<number> =>
    t.tx(
      async ({ db }) =>
        (
          await db
            .selectFrom(table)
            .select('version')
            .where('estate_id', '=', estateId)
            .where('id', '=', id)
            .executeTakeFirstOrThrow()
        ).version,
    )
  const kebab = (verb: string) => verb.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

  /** A verb on a matter, with the version that stands. */
  const move = async (
    by: string,
    kind: 'services' | 'emergencies' | 'complaints',
    id: string,
    verb: string,
    input: object = {},
  ): Promise<Answer> =>
    t.as(by).post(url(`${kind}/${id}/${kebab(verb)}`), { version: await versionOf('matter', id), ...input })
  /** A verb on an order, with the version that stands. */
  const act = async (by: string, id: string, verb: string, input: object = {}): Promise<Answer> =>
    t.as(by).post(url(`orders/${id}/${kebab(verb)}`), { version: await versionOf('work_order', id), ...input })

  /** Asked, answered and told to the customer: an order is offered. Returns its id. */
  const agree = async (
    matterId: string,
    options: { executorId?: string; from?: string; to?: string; line?: string; lead?: string } = {},
  ): Promise<string> => {
    const time = { from: options.from ?? at(1), to: options.to ?? at(3) }
    ok(await move(staff.frontDeskClerk, 'services', matterId, 'askAvailability', { line: options.line ?? 'repair' }))
    ok(
      await move(options.lead ?? staff.repairLead, 'services', matterId, 'answerAvailable', {
        executorId: options.executorId ?? staff.technician,
        ...time,
      }),
    )
    ok(await move(staff.frontDeskClerk, 'services', matterId, 'confirmToCustomer', { ...time, toldBy: 'phone' }))
    return openOrder(matterId)
  }

  const openOrder = async (matterId: string): Promise<string> =>
    t.tx(
      async ({ db }) =>
        (
          await db
            .selectFrom('work_order')
            .select('id')
            .where('estate_id', '=', estateId)
            .where('matter_id', '=', matterId)
            .where('open', '=', true)
            .executeTakeFirstOrThrow()
        ).id,
    )

  const file = async (by: string, purpose = 'after', mime = 'image/jpeg'): Promise<string> => {
    const id = newId()
    await t.tx(({ db, now }) =>
      db
        .insertInto('file')
        .values({
          estate_id: estateId,
          id,
          purpose,
          name: `${purpose}.jpg`,
          mime,
          size: 1000,
          sha256: 'x',
          storage_key: id,
          uploaded_by: by,
          uploaded_at: now,
        })
        .execute(),
    )
    return id
  }
  const photos = async (by: string, purposes: readonly string[] = ['before', 'after']) => {
    const files: { fileId: string; purpose: string }[] = []
    for (const purpose of purposes) files.push({ fileId: await file(by, purpose), purpose })
    return files
  }

  const signature = { signer: '周丽华', capacity: 'owner', medium: 'screen' }
  const entry = { ground: 'residentPresent', consentBy: '周丽华', badgeShown: true, shoeCovers: true }
  const technician = staff.technician

  /** Brings an order from the offer to work under way. */
  const begin = async (orderId: string, by = technician): Promise<void> => {
    for (const verb of ['accept', 'goOnTheWay', 'arrive']) ok(await act(by, orderId, verb))
    ok(await act(by, orderId, 'startWork', { entry }))
  }
  const finish = async (orderId: string, by = technician): Promise<Answer> =>
    act(by, orderId, 'finish', { result: '更换软管,试水不漏', files: await photos(by), signature })

  const matterOf = async (id: string) => (await t.as(staff.centreHead).get(url(`matters/${id}`))).body
  const orderOf = async (id: string) => (await t.as(staff.centreHead).get(url(`orders/${id}`))).body
  const timelineOf = async (
    id: string,
  ): Promise<{ type: string; verb: string | null; toState: string | null; text: string | null; actorName: string }[]> =>
    (await t.as(staff.centreHead).get(url(`matters/${id}/timeline?limit=200`))).body.rows.toReversed()

  return {
    url,
    at,
    ok,
    home,
    register,
    move,
    act,
    agree,
    openOrder,
    file,
    photos,
    signature,
    entry,
    begin,
    finish,
    matterOf,
    orderOf,
    timelineOf,
    clerk,
    staff,
    estateId,
  }
}
