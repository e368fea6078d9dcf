import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from '#platform/open-house.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'
import { declareRooms } from '#server/modules.ts'
import { buildCompany, companyUrl, missingCompanies, type Size } from './company/build.ts'
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

/** The company, and beside it one of fewer estates; for complaints also one of as many estates with a tenth in each. */
const sizesOf = ({ estates, control, complaints, inspection }: Options): Size[] => [
  ...[control, estates].map((of) => ({ estates: of, complaints, inspection })),
  ...(complaints > 0 ? [{ estates, complaints: complaints / 10, inspection }] : []),
]

/** Builds what is missing without waiting for the disk; a company that was interrupted is begun anew. */
const build = async (options: Options) => {
  const server = await startEmbedded({ dataDir: CLUSTER, durable: false })
  try {
    for (const size of await missingCompanies(server.url, sizesOf(options))) {
      const { estates, complaints, inspection } = size
      const beside = complaints > 0 ? `, ${complaints} complaints each` : inspection ? ', a year of looks' : ''
      console.log(`Building a company of ${estates} estates${beside}`)
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
    const placeOf = async (size: Size): Promise<Place> => {
      const url = companyUrl(database.url, size)
      await renewCompany(url)
      const folder = join(dataDir, `${size.estates}_${size.complaints}`)
      return { estates: size.estates, server: onEnd(await startServer(url, folder), (s) => s.stop()) }
    }
    const company = await placeOf(options)
    const control =
      options.control === options.estates ? undefined : await placeOf({ ...options, estates: options.control })
    const url = companyUrl(database.url, options)
    if (options.complaints > 0 && control)
      return await measureComplaints(
        company,
        control,
        await placeOf({ ...options, complaints: options.complaints / 10 }),
      )
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
