import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from '#platform/open-house.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'
import { declareRooms } from '#server/modules.ts'
import { buildCompany, companyUrl, missingCompanies } from './company/build.ts'
import { checkKeys } from './company/check-keys.ts'
import { renewCompany } from './company/renew.ts'
import { measureComplaints } from './measure/complaints.ts'
import { measureCreation, memoryFigure } from './measure/create-matters.ts'
import { measureFirstScreen } from './measure/first-screen.ts'
import { measureInspection } from './measure/inspection.ts'
import { measurePages, type Place } from './measure/read-pages.ts'
import { benchConfig, silence } from './measure/record-request.ts'
import { measureSearch } from './measure/search.ts'
import { measureSweep } from './measure/sweep.ts'
import { type Options, readOptions } from './options.ts'
import { type Figure, isMet, tableOf } from './report.ts'
import { startServer } from './server/start-server.ts'

const CACHE = join(import.meta.dirname, '..', '.cache', 'bench')
const CLUSTER = join(CACHE, 'cluster')

/** Builds what is missing without waiting for the disk; a company that was interrupted is begun anew. */
const build = async ({ estates, control, complaints, inspection }: Options) => {
  const server = await startEmbedded({ dataDir: CLUSTER, durable: false })
  try {
    const sizes = [control, estates].map((of) => ({ estates: of, complaints, inspection }))
    for (const size of await missingCompanies(server.url, sizes)) {
      const beside = complaints ? ' with five years of complaints' : inspection ? ' with a year of looks' : ''
      console.log(`Building a company of ${size.estates} estates${beside}`)
      await buildCompany(server.url, size, (line) => console.log(line))
    }
  } finally {
    await server.stop()
  }
}

const measure = async (options: Options): Promise<Figure[]> => {
  const ends: (() => Promise<unknown> | undefined)[] = []
  const onEnd = <T>(thing: T, end: (thing: T) => Promise<unknown>): T => {
    ends.unshift(() => end(thing))
    return thing
  }
  try {
    const dataDir = mkdtempSync(join(tmpdir(), 'wuyou-bench-'))
    onEnd(dataDir, async (folder) => rmSync(folder, { recursive: true, force: true }))
    const database = onEnd(await startEmbedded({ dataDir: CLUSTER }), (d) => d.stop())
    const placeOf = async (estates: number): Promise<Place> => {
      const url = companyUrl(database.url, { ...options, estates })
      await renewCompany(url)
      return { estates, server: onEnd(await startServer(url, join(dataDir, String(estates))), (s) => s.stop()) }
    }
    const company = await placeOf(options.estates)
    const control = options.control === options.estates ? undefined : await placeOf(options.control)
    const url = companyUrl(database.url, options)
    if (options.complaints) return await measureComplaints(company, control)
    if (options.inspection) return await measureInspection(company, control)
    const config = benchConfig(url, join(dataDir, 'house'))
    const house = onEnd(await openHouse(config, silence(), url, 'http://localhost'), (h) => h.close())
    declareRooms()
    await checkKeys(house.database, options.estates)
    const figures: Figure[] = []
    const part = async (what: string, work: () => Promise<Figure[]>) => {
      console.log(`Measuring: ${what}`)
      try {
        figures.push(...(await work()))
      } catch (error) {
        // what the other parts measured is told all the same
        console.error(error)
        process.exitCode = 1
      }
    }
    figures.push(memoryFigure('idle after the start', await company.server.memory()))
    await part('first screen', () => measureFirstScreen(company.server))
    await part('pages', () => measurePages(company, control))
    await part('omnibox', () => measureSearch(company))
    await part('creating matters', () => measureCreation(company.server, house, options.estates))
    await part('clock sweep', () => measureSweep(house, url, options.estates))
    return figures
  } finally {
    for (const end of ends) await end()
  }
}

const options = readOptions(process.argv.slice(2))
const began = performance.now()
mkdirSync(CACHE, { recursive: true })
await build(options)
const figures = await measure(options)
const seconds = Math.round((performance.now() - began) / 1000)
const result = {
  at: new Date().toISOString(),
  ...options,
  seconds,
  figures: figures.map((f) => ({ ...f, met: isMet(f) })),
}
writeFileSync(join(CACHE, 'result.json'), `${JSON.stringify(result, null, 2)}\n`)
const judged = figures.map(isMet).filter((met) => met !== undefined)
console.log(`\n${tableOf(figures)}\n`)
console.log(
  `${judged.filter(Boolean).length} of ${judged.length} aims met, ${options.estates} estates, ${seconds} s. All figures: .cache/bench/result.json`,
)
