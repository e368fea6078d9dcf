import { setTimeout as wait } from 'node:timers/promises'
import { isRefusal } from '#contract/refusal.ts'
import { confirmImport, getImport, ImportBatch, uploadRoster } from '#contract/roster-import.ts'
import type { Uuid } from '#contract/values.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { answerOf, callRoute } from './call-route.ts'
import { phoneNumber, plateNumber } from './names.ts'
import { randomOf } from './random.ts'
import type { World } from './story.ts'

const HEADINGS = ['房号', '业主姓名', '联系电话', '车牌号', '备注'] as const
type Row = readonly [room: string, owner: string, phone: string, plate: string, remarks: string]

/** Two rosters that came as files: one is applied, one waits with its preview to be confirmed. */
export const seedImports = async (world: World): Promise<void> => {
  const random = randomOf('imports')
  const owners = await ownersOf(world)
  const cars = owners.slice(0, 6).map(({ room, name, phone }): Row => [room, name, phone, plateNumber(random), ''])
  const applied = await upload(world, '车辆补登.csv', cars)
  await inEstate(world, (tx) =>
    callRoute({ tx, house: world.house, actor: world.who('dangan') }, confirmImport, {
      params: { estateId: world.estateId, id: applied.id },
      body: { version: applied.version },
    }),
  )
  await settled(world, applied.id, 'applied')
  const changes = owners.slice(6).map(({ room, name, phone }, i): Row => {
    if (i === 0) return [room, '待核实', '1234', '', '电话写得不全']
    return i % 3 === 1 ? [room, name, phoneNumber(600_000 + i), '', '换了号码'] : [room, name, phone, '', '']
  })
  await upload(world, '业主台账更新.csv', changes)
}

const inEstate = async <T>({ house, estateId }: World, work: (tx: Tx) => Promise<T>) => {
  const done = await inTransaction(house.database, { scope: [estateId] }, work)
  if (isRefusal(done)) throw new Error(`the demo's import was refused: ${done.code} ${done.field ?? ''}`)
  return done
}

/** Owners of the first rooms of a building, as the roster of the developer would name them. */
const ownersOf = (world: World) =>
  inEstate(world, ({ db }) =>
    db
      .selectFrom('residence as r')
      .innerJoin('unit as u', (on) => on.onRef('u.estate_id', '=', 'r.estate_id').onRef('u.id', '=', 'r.unit_id'))
      .innerJoin('customer as c', (on) =>
        on.onRef('c.estate_id', '=', 'r.estate_id').onRef('c.id', '=', 'r.customer_id'),
      )
      .innerJoin('customer_phone as p', (on) =>
        on.onRef('p.estate_id', '=', 'r.estate_id').onRef('p.customer_id', '=', 'r.customer_id'),
      )
      .select(['u.display as room', 'c.name', 'p.phone'])
      .where('r.estate_id', '=', world.estateId)
      .where('r.role', '=', 'owner')
      .where('p.preferred', '=', true)
      .orderBy('u.sort_key')
      .orderBy('r.id')
      .limit(16)
      .execute(),
  )

/** Sends the file as the page would, and waits until it has been read. */
const upload = async (world: World, name: string, rows: readonly Row[]): Promise<ImportBatch> => {
  const text = [HEADINGS, ...rows].map((cells) => cells.join(',')).join('\r\n')
  const toBuffer = async () => Buffer.from(text)
  const reply = { code: () => reply, header: () => reply, send: (answer: unknown) => answer }
  const request = { url: name, headers: {}, file: async () => ({ filename: name, toBuffer }) }
  const call = { house: world.house, actor: world.who('dangan'), more: { request, reply } }
  const answer = await answerOf(uploadRoster, call, { params: { estateId: world.estateId } })
  if (isRefusal(answer)) throw new Error(`the demo's file was refused: ${answer.code}`)
  return settled(world, ImportBatch.parse(answer).id, 'ready')
}

const PATIENCE_MS = 60_000

const settled = async (world: World, id: Uuid, wanted: ImportBatch['state']): Promise<ImportBatch> => {
  const params = { estateId: world.estateId, id }
  for (const begin = performance.now(); performance.now() - begin < PATIENCE_MS; await wait(40)) {
    const batch = await inEstate(world, (tx) =>
      callRoute({ tx, house: world.house, actor: world.who('dangan') }, getImport, { params }),
    )
    if (isRefusal(batch) || batch.state === 'failed') throw new Error(`the demo's import ${id} failed`)
    if (batch.state === wanted) return batch
  }
  throw new Error(`the demo's import ${id} takes too long`)
}
