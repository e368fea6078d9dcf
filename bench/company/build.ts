import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '#platform/db/migrate.ts'
import { APP_ROLE, openDatabase } from '#platform/db/pool.ts'
import { bareTables } from './bare-tables.ts'
import { buildCasesOfMatters, buildComplaints } from './complaints.ts'
import { buildInspections } from './inspection.ts'
import { buildMatterKeys, buildMatters } from './matters.ts'
import { countMonths } from './months.ts'
import { buildPeople, buildPeopleKeys, loadTemplates } from './people.ts'
import { buildPlaces } from './places.ts'
import { makeTemplates } from './templates.ts'
import { prepareWords } from './words.ts'

const BULK = [
  'building',
  'unit',
  'customer',
  'customer_phone',
  'residence',
  'vehicle',
  'matter',
  'matter_words',
  'timeline',
  'clock',
  'matter_duty',
  'search_key',
  'complaint_case',
  'complaint_contact',
  'place',
  'inspection',
  'inspection_answer',
  'finding',
]

const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const folder of ['../../db/migrations/', './']) {
    const url = new URL(folder, import.meta.url)
    for (const name of readdirSync(url).sort()) hash.update(readFileSync(new URL(name, url)))
  }
  return hash.digest('hex').slice(0, 10)
}

/** What a company is built from; where any of it changes, the company is built anew. */
const SOURCES = fingerprint()

/**
 * A company, with so many complaints an estate over five years (0: those few that stand among its matters), or with a year
 * of looks.
 */
export type Size = { estates: number; complaints: number; inspection: boolean }
const databaseOf = ({ estates, complaints, inspection }: Size) =>
  `company_${SOURCES}_${estates}_${complaints}${inspection ? '_inspection' : ''}`
const at = (serverUrl: string, name: string) => serverUrl.replace(/\/[^/]*$/, `/${name}`)

const asOwner = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const companyUrl = (serverUrl: string, size: Size): string => at(serverUrl, databaseOf(size))

/** Those of the asked sizes that have still to be built; what is of older sources is removed. */
export const missingCompanies = (serverUrl: string, sizes: readonly Size[]): Promise<Size[]> =>
  asOwner(at(serverUrl, 'postgres'), async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'company\\_%' or datname = 'building'`,
    )
    const names = rows.map((r) => r.datname)
    for (const name of names) if (!name.includes(SOURCES)) await client.query(`drop database ${name} with (force)`)
    const missing = sizes.filter((size) => !names.includes(databaseOf(size)))
    return [...new Map(missing.map((size) => [databaseOf(size), size])).values()]
  })

/** Builds a company of this many estates. A database gets its name only when all of it is there. */
export const buildCompany = async (serverUrl: string, size: Size, say: (line: string) => void): Promise<void> => {
  const { estates } = size
  const url = at(serverUrl, 'building')
  await asOwner(at(serverUrl, 'postgres'), (client) => client.query('create database building'))
  await migrate(url)
  const database = openDatabase(url, { max: 2 })
  const began = performance.now()
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const done = await work()
    say(`  ${what} (${Math.round((performance.now() - began) / 1000)} s)`)
    return done
  }
  try {
    await buildPlaces(database, estates)
    const templates = await step('templates', () => makeTemplates(database))
    await asOwner(url, async (client) => {
      await client.query(`set work_mem = '128MB'; set synchronous_commit = off`)
      const dress = await bareTables(client, BULK)
      // as the server's own role, so that policies and grants hold for what is written here too
      await client.query(`set role ${APP_ROLE}; set app.estates = '*'`)
      await loadTemplates(client, templates)
      await prepareWords(client, estates)
      await step('people', () => buildPeople(client, estates))
      await step('matters', () => buildMatters(client, estates))
      await step('cases', () => buildCasesOfMatters(client))
      if (size.complaints > 0) await step('complaints', () => buildComplaints(client, estates, size.complaints))
      if (size.inspection) await step('inspections', () => buildInspections(client, estates))
      await step('search keys of people', () => buildPeopleKeys(client, estates))
      await step('search keys of matters', () => buildMatterKeys(client))
      await client.query('reset role')
      await step('indexes and keys', dress)
      await step('months', () => countMonths(client, database))
      await step('statistics', () => client.query('vacuum analyze'))
    })
  } finally {
    await database.close()
  }
  await asOwner(at(serverUrl, 'postgres'), (client) =>
    client.query(`alter database building rename to ${databaseOf(size)}`),
  )
}
