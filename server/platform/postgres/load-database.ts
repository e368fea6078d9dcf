import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client, ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Header, Table } from './backup-contents.ts'
import { DamagedBackup } from './backup-format.ts'
import {
  countRows,
  disableTriggers,
  dropForeignKeys,
  exists,
  listTables,
  nameOf,
  quoted,
  readQueueVersion,
} from './database-contents.ts'

const QUEUE = 'graphile_worker'

/** One restore's rows on their way into a schema that the migrations have made. */
export type Loading = {
  client: Client
  header: Header
  warnings: string[]
  skipQueue: boolean
  /** Statements that give the schema its foreign keys and triggers back. */
  after: string[]
}

/**
 * Begins the transaction of the load: empties every table (migrations put rows into some) and takes the foreign keys
 * away until all are filled.
 */
export async function beginLoading(client: Client, header: Header): Promise<Loading> {
  const warnings: string[] = []
  await client.query('begin')
  const skipQueue = header.queueVersion !== (await readQueueVersion(client))
  if (skipQueue) warnings.push('The waiting background jobs were left out: the version of the job queue has changed.')
  for (const table of header.tables) {
    if (await exists(client, nameOf(table))) continue
    await createPlain(client, table)
    warnings.push(`${table.schema}.${table.name} is not a table of the product: restored without keys and indexes.`)
  }
  const tables = await listTables(client)
  if (tables.length > 0) await client.query(`truncate ${tables.map(nameOf).join(', ')}`)
  const after = [...(await dropForeignKeys(client)), ...(await disableTriggers(client))]
  return { client, header, warnings, skipQueue, after }
}

/** Loads one table and compares the number of its rows with `expected`, which is known when the content has been read. */
export async function loadTable(
  loading: Loading,
  table: Table,
  content: AsyncIterable<Buffer>,
  expected: () => number,
): Promise<number> {
  if (loading.skipQueue && table.schema === QUEUE) {
    for await (const _ of content);
    return 0
  }
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ')
  const into = columns === '' ? nameOf(table) : `${nameOf(table)} (${columns})`
  const stream = loading.client.query(copyFrom(`copy ${into} from stdin`))
  await pipeline(Readable.from(content), stream)
  const counted = await countRows(loading.client, table)
  if (counted !== expected()) {
    throw new DamagedBackup(`${table.schema}.${table.name} has ${counted} rows instead of ${expected()}`)
  }
  return counted
}

/**
 * Checks and puts back the foreign keys, sets the sequences, fills the materialised views, frees the jobs of workers
 * that are gone, and commits.
 */
export async function finishLoading({ client, header, warnings, skipQueue, after }: Loading): Promise<void> {
  for (const sequence of header.sequences) {
    if (skipQueue && sequence.schema === QUEUE) continue
    if (await exists(client, nameOf(sequence))) {
      await client.query('select setval($1::regclass, $2::bigint, true)', [nameOf(sequence), sequence.lastValue])
    } else warnings.push(`The sequence ${sequence.schema}.${sequence.name} is not part of the product: left out.`)
  }
  await freeJobs(client)
  for (const statement of after) await client.query(statement)
  for (const view of header.views) {
    if (await exists(client, view)) await client.query(`refresh materialized view ${view}`)
  }
  await client.query('commit')
  await client.query('analyze')
}

async function createPlain(client: ClientBase, table: Table): Promise<void> {
  for (const { type } of table.columns) {
    // Also keeps a forged backup from smuggling in statements.
    const { rows } = await client.query<{ known: boolean }>('select to_regtype($1) is not null as known', [type])
    if (rows[0]?.known !== true) throw new Error(`${table.schema}.${table.name} has a column of unknown type ${type}.`)
  }
  await client.query(`create schema if not exists ${quoted(table.schema)}`)
  const columns = table.columns.map(({ name, type }) => `${quoted(name)} ${type}`).join(', ')
  await client.query(`create table ${nameOf(table)} (${columns})`)
}

async function freeJobs(client: ClientBase): Promise<void> {
  for (const name of [`${QUEUE}._private_jobs`, `${QUEUE}._private_job_queues`]) {
    if (!(await exists(client, name))) continue
    await client.query(`update ${name} set locked_at = null, locked_by = null where locked_at is not null`)
  }
}
