import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { declareRooms } from '#server/modules.ts'
import { seedDemo } from '#server/seed/seed-demo.ts'
import { openDemoHouse } from '../browser/demo-house.ts'
import { asAdmin, withDatabase } from '../db/admin.ts'
import setupDatabase from './database.ts'

const DEMO = 'wuyou_demo'

/** The database of the run, and beside the empty template one with the demo's places and people, told once for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const teardown = await setupDatabase(project)
  try {
    const { adminUrl, template } = project.getProvidedContext().postgres
    await asAdmin(adminUrl, `create database ${DEMO} template ${template} strategy file_copy`)
    const dataDir = await mkdtemp(join(tmpdir(), 'wuyou-test-'))
    declareRooms()
    const house = await openDemoHouse(withDatabase(adminUrl, DEMO), dataDir)
    await seedDemo(house, { history: false })
    await house.close()
    // what autovacuum does by itself a minute later
    await asAdmin(withDatabase(adminUrl, DEMO), 'analyze')
    await rm(dataDir, { recursive: true, force: true })
    await asAdmin(adminUrl, `alter database ${DEMO} with is_template true allow_connections false`)
    project.provide('postgres', { adminUrl, template, demo: DEMO })
    return teardown
  } catch (error) {
    await teardown()
    throw error
  }
}
