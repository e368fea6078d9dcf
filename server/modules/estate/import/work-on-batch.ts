import { isDeepStrictEqual } from 'node:util'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { ImportSummary } from '#contract/roster-import.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { SYSTEM } from '#platform/auth/actor.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { analyse } from '#platform/db/analyse.ts'
import { instantNow, inTransaction, type Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { cipherOf } from '#platform/privacy/cipher.ts'
import { readRoster } from '../roster/read-roster.ts'
import type { MappingOverride } from '../roster/recognise-columns.ts'
import { type Batch, beatBatch, moveBatch, readBatch, readSealed, replaceLines } from './batch.store.ts'
import { applyPlan, planFor, readingOf, summaryOf } from './import-roster.ts'
import { lockEstate } from './on-file.store.ts'
import { openFile, openRoster, sealRoster } from './sealed-files.ts'

/** A worker that has said nothing for this long is gone; its work is taken up anew. */
const SILENT_MS = 120_000
const BEAT_EVERY_MS = 400
/** What a roster fills; the lists are slow until the planner knows of it. */
const FILLED = ['unit', 'customer', 'customer_phone', 'residence', 'vehicle', 'parking_use', 'search_key'] as const

type Job = { house: House; estateId: Uuid; id: Uuid }

const within = <T>({ house, estateId }: Job, work: (tx: Tx) => Promise<T | Refusal>) =>
  inTransaction(house.database, { scope: [estateId] }, work)
const tell = ({ house, estateId, id }: Job) => house.live.tell({ estateId, topic: 'imports', ids: { batchId: id } })

/** Tells how far the work is, in transactions of its own and not more often than a screen can show. */
const progressOf = (job: Job, phase: string) => {
  let last = 0
  let running: Promise<unknown> = Promise.resolve()
  return {
    say(done: number, total: number) {
      const now = performance.now()
      if (now - last < BEAT_EVERY_MS) return
      last = now
      running = running
        .then(() => within(job, (tx) => beatBatch(tx, job.estateId, job.id, { phase, done, total })))
        .then(
          () => tell(job),
          () => undefined,
        )
    },
    /** Nothing of it may come after the end. */
    end: () => running,
  }
}

/** Does whatever the batch waits for: reads an uploaded file, applies a confirmed one. Only one worker gets it; others leave. */
export const workOnBatch = async (house: House, estateId: Uuid, id: Uuid): Promise<void> => {
  const job = { house, estateId, id }
  const batch = await within(job, (tx) => readBatch(tx, estateId, id).then((b) => b ?? null))
  if (isRefusal(batch) || batch === null) return
  const read = batch.state === 'uploaded' || batch.state === 'reading'
  const claimed = await claim(job, batch, read)
  if (!claimed) return
  tell(job)
  try {
    await (read ? readFile(job, claimed) : applyBatch(job, claimed))
  } catch (error) {
    house.log.error({ err: error, batchId: id }, 'import')
    await fail(job, { code: 'E_INTERNAL', details: {} })
  }
  tell(job)
  if (!read)
    await analyse(house.database, FILLED).catch((error) => house.log.warn({ err: error, batchId: id }, 'analyse'))
}

const claim = async (job: Job, batch: Batch, read: boolean): Promise<Batch | undefined> => {
  const { estateId, id } = job
  const fresh = batch.state === 'uploaded' || batch.state === 'confirmed'
  const claimed = await within(job, async (tx) => {
    const silent = plusMilliseconds(tx.now, -SILENT_MS)
    const from = fresh
      ? { states: [batch.state as 'uploaded' | 'confirmed'] }
      : { states: [batch.state as 'reading' | 'applying'], beatBefore: silent }
    return (
      (await moveBatch(tx, estateId, id, from, {
        state: read ? 'reading' : 'applying',
        phase: read ? 'reading' : 'comparing',
        done: 0,
        total: 0,
        failure: null,
      })) ?? null
    )
  })
  return isRefusal(claimed) || claimed === null ? undefined : claimed
}

const fail = (job: Job, failure: { code: string; details: Record<string, unknown> }) =>
  within(job, async (tx) => {
    await moveBatch(
      tx,
      job.estateId,
      job.id,
      { states: ['reading', 'applying'] },
      { state: 'failed', failure, phase: null, ended_at: tx.now },
    )
  })

const readFile = async (job: Job, batch: Batch): Promise<void> => {
  const { house, estateId, id } = job
  const cipher = cipherOf(house.keys)
  const given = await within(job, async (tx) => ({
    ...(await readingOf(tx, estateId)),
    sealed: await readSealed(tx, estateId, id),
  }))
  if (isRefusal(given) || !given.sealed?.file_cipher)
    return void (await fail(job, { code: 'E_NOT_FOUND', details: {} }))
  const progress = progressOf(job, 'reading')
  const read = await readRoster(openFile(cipher, id, given.sealed.file_cipher), {
    today: given.today,
    estateNames: given.estateNames,
    settings: given.settings,
    fileName: batch.file_name,
    mapping: mappingOf(batch.mapping),
    onProgress: progress.say,
  })
  await progress.end()
  if (isRefusal(read)) return void (await fail(job, { code: read.code, details: read.details }))
  const roster_cipher = await sealRoster(cipher, id, read.roster)
  await within(job, async (tx) => {
    await beatBatch(tx, estateId, id, { phase: 'comparing', done: 0, total: read.roster.rows.length })
  })
  tell(job)
  await within(job, async (tx) => {
    const plan = await planFor(tx, cipher, estateId, read.roster)
    await replaceLines(tx, estateId, id, plan.lines)
    const total = plan.lines.length
    await moveBatch(
      tx,
      estateId,
      id,
      { states: ['reading'] },
      {
        state: 'ready',
        summary: summaryOf(read.roster, plan),
        roster_cipher,
        phase: null,
        done: total,
        total,
        ready_at: tx.now,
      },
    )
  })
}

type Mapping = Record<string, MappingOverride>
// it was checked when it came in; the field names are those of the reader
const mappingOf = (value: unknown): Mapping => (typeof value === 'object' && value !== null ? (value as Mapping) : {})

/**
 * Applies a confirmed batch in ONE transaction: a crash leaves nothing of it. What a person confirmed is what happens:
 * if the estate has changed so that the import would now do something else, nothing is written and the new preview waits.
 */
const applyBatch = async (job: Job, batch: Batch): Promise<void> => {
  const { house, estateId, id } = job
  const cipher = cipherOf(house.keys)
  const actor: Actor = {
    ...SYSTEM,
    kind: 'staff',
    id: batch.confirmed_by ?? SYSTEM.id,
    name: batch.confirmed_by_name ?? SYSTEM.name,
  }
  const progress = progressOf(job, 'writing')
  const done = await within(job, async (tx) => {
    await lockEstate(tx, estateId)
    const sealed = await readSealed(tx, estateId, id)
    if (!sealed?.roster_cipher) throw new Error('the reading of a confirmed roster is gone')
    const roster = await openRoster(cipher, id, sealed.roster_cipher)
    const plan = await planFor(tx, cipher, estateId, roster)
    const summary = summaryOf(roster, plan)
    const asShown = isAsShown(summary, batch.summary)
    await replaceLines(tx, estateId, id, plan.lines)
    if (!asShown) {
      await moveBatch(
        tx,
        estateId,
        id,
        { states: ['applying'] },
        {
          state: 'ready',
          summary,
          failure: { code: 'E_VERSION_STALE', details: {} },
          phase: null,
          ready_at: tx.now,
          confirmed_by: null,
          confirmed_by_name: null,
        },
      )
      return
    }
    await applyPlan(tx, actor, cipher, estateId, plan, { roster, source: batch.file_name, onStep: progress.say })
    await moveBatch(
      tx,
      estateId,
      id,
      { states: ['applying'] },
      { state: 'applied', phase: null, done: plan.lines.length, total: plan.lines.length, ended_at: tx.now },
    )
  })
  await progress.end()
  if (isRefusal(done)) await fail(job, { code: done.code, details: done.details })
}

const isAsShown = (now: ImportSummary, shown: unknown): boolean =>
  typeof shown === 'object' &&
  shown !== null &&
  'things' in shown &&
  'changedOwners' in shown &&
  isDeepStrictEqual([shown.things, shown.changedOwners], [now.things, now.changedOwners])

/** When a silent worker's work is taken up. */
export const silentSince = (): string => plusMilliseconds(instantNow(), -SILENT_MS)
