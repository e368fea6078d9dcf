import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'

const Versions = z.record(z.string(), z.string()).default({})
const Declared = z.object({ dependencies: Versions, devDependencies: Versions, optionalDependencies: Versions })
const Manifest = Declared.extend({ overrides: Versions })
const Lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    Declared.partial().extend({ resolved: z.string().optional(), integrity: z.string().optional() }),
  ),
})

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/

const manifest = Manifest.parse(JSON.parse(await readFile('package.json', 'utf8')))
const { packages } = Lock.parse(JSON.parse(await readFile('package-lock.json', 'utf8')))
const { '': root, ...installed } = packages

test('every dependency is pinned to one exact version', () => {
  const loose = Object.values(manifest)
    .flatMap((versions) => Object.entries(versions))
    .filter(([, version]) => !EXACT.test(version))
  expect(loose).toEqual([])
})

test('the lock file records no address of any registry', () => {
  const addressed = Object.entries(installed).filter(([, entry]) => entry.resolved !== undefined)
  expect(addressed.map(([path]) => path)).toEqual([])
})

test('the lock file knows the checksum of every package', () => {
  expect(Object.keys(installed).length).toBeGreaterThan(100)
  // A package bundled inside another is covered by the checksum of that one.
  const bare = Object.entries(installed).filter(([, entry]) => !/^sha512-/.test(entry.integrity ?? ''))
  expect(bare.map(([path]) => path)).toEqual([])
})

test('package.json and the lock file tell the same', () => {
  expect({ ...root?.dependencies }).toEqual(manifest.dependencies)
  expect({ ...root?.devDependencies }).toEqual(manifest.devDependencies)
  expect({ ...root?.optionalDependencies }).toEqual(manifest.optionalDependencies)
})
