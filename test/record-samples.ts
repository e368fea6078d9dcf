import type { Uuid } from '#contract/values.ts'
import type { TestHouse } from './house.ts'
import type { Sample } from './moves-table.ts'

/** How the moves that every kind of matter has are made in a table of moves. */
export const recordSamples = (
  t: TestHouse,
  plural: string,
  stands: (id: Uuid) => Promise<{ version: number }>,
): Record<string, Sample> => {
  const by = t.a.staff.frontDeskClerk
  const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
  const later = () => new Date(Date.now() + 3_600_000).toISOString()
  const act = async (id: Uuid, verb: string, input: object) =>
    t.as(by).post(url(`${plural}/${id}/${verb}`), { version: (await stands(id)).version, ...input })
  const viewOf = async (id: Uuid) => (await t.as(t.a.staff.csLead).get(url(`matters/${id}`))).body
  const promise = (id: Uuid) => act(id, 'promise', { text: '今天内回复', dueAt: later() })
  // a state in which every clock has ended still has the one of a promise
  const runningClock = async (id: Uuid): Promise<Uuid> => {
    const find = async () => (await viewOf(id)).clocks.find((c: { state: string }) => c.state === 'running')?.id
    const running = await find()
    if (running) return running
    await promise(id)
    return (await find()) ?? id
  }
  const untaken = async (id: Uuid): Promise<object> => {
    await t.tx(({ db }) =>
      db
        .updateTable('matter')
        .set({ handler_id: null, co_owner_id: null })
        .where('estate_id', '=', t.a.id)
        .where('id', '=', id)
        .execute(),
    )
    return {}
  }
  return {
    take: { by, input: untaken },
    note: { by, input: () => ({ text: '看过了' }) },
    supervise: { by, input: () => ({ note: '看过了' }) },
    promise: { by, input: () => ({ text: '今天内回复', dueAt: later() }) },
    keepPromise: {
      by,
      input: async (id) => {
        await promise(id)
        return { promiseId: (await viewOf(id)).promises[0]?.id ?? id }
      },
    },
    transferOwner: {
      by: t.a.staff.csLead,
      input: () => ({ newOwnerId: t.a.staff.customerAssistant, reason: 'longLeave', customerTold: false }),
    },
    pauseClock: { by, input: async (id) => ({ clockId: await runningClock(id), reason: '等配件' }) },
    resumeClock: {
      by,
      input: async (id) => {
        const clockId = await runningClock(id)
        await act(id, 'pause-clock', { clockId, reason: '等配件' })
        return { clockId }
      },
    },
  }
}
