import type { House } from '#platform/house.ts'
import { seedDemo } from './seed-demo.ts'

/** Fills an empty database with the demo estate; leaves anything else alone. */
export const seedOnFirstRun = async (house: House): Promise<void> => {
  const company = await house.database.kysely.selectFrom('company').select('id').limit(1).executeTakeFirst()
  if (company) return
  await seedDemo(house)
}
