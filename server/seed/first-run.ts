import type { House } from '#platform/house.ts'
import { declareRooms } from '../modules.ts'
import { seedDemo } from './seed-demo.ts'

/** Fills an empty database with the demo estate; leaves anything else alone. */
export const seedOnFirstRun = async (house: House): Promise<void> => {
  const company = await house.database.kysely.selectFrom('company').select('id').limit(1).executeTakeFirst()
  if (company) return
  declareRooms()
  house.log.info('making the demo estate; this takes up to a minute, once')
  await seedDemo(house)
}
