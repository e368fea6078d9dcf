import { addEmergencyContact, changeCustomer, getCustomer } from '#contract/customers.ts'
import { addCaution, addVehicle } from '#contract/households.ts'
import { PREFERENCES, UNIT_CAUTIONS } from './demo-desk-words.ts'
import { personName, phoneNumber, plateNumber } from './names.ts'
import { minutesAfter, type Story, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

const CUSTOMERS = 30
const RELATIONS = ['配偶', '儿子', '女儿', '父亲', '邻居'] as const

/** What the stewards have learnt about customers: whom to call, what they like, what to mind, a car that came later. */
export const customersOf = (world: World): Told[] =>
  Array.from({ length: CUSTOMERS }, (_, i) => storyOf(world, `customer ${i}`, (story) => tellCustomer(story, i)))

const tellCustomer = async (story: Story, i: number): Promise<void> => {
  const { ask, who, days, estateId, random, households } = story
  const household = households[(i * 37 + 11) % households.length] ?? random.pick(households)
  const steward = who(random.chance(0.6) ? 'guanjia' : 'qiantai')
  const now = minutesAfter(days.at(-random.whole(2, 60), '09:30'), random.whole(0, 420))
  const params = { estateId, id: household.contactId }
  const contact = {
    name: personName(random),
    relation: random.pick(RELATIONS),
    phone: phoneNumber(700_000 + i),
  }
  await ask(now, steward, addEmergencyContact, { params, body: contact })
  if (i % 2 === 0) {
    const { version } = await ask(minutesAfter(now, 1), steward, getCustomer, { params })
    const body = {
      version,
      preferences: random.pick(PREFERENCES),
      ...(i % 6 === 0 ? { important: true } : {}),
      ...(i % 4 === 0 ? { quietHours: [{ from: '12:30', to: '14:30' }] } : {}),
    }
    await ask(minutesAfter(now, 2), steward, changeCustomer, { params, body })
  }
  if (i % 3 === 0) {
    const [kind, text] = random.pick(UNIT_CAUTIONS)
    const body = { unitId: household.unitId, kind, text }
    await ask(minutesAfter(now, 3), steward, addCaution, { params: { estateId }, body })
  }
  if (i % 5 === 0) {
    const body = { plate: plateNumber(random), customerId: household.contactId, unitId: household.unitId, colour: '绿' }
    await ask(minutesAfter(now, 4), steward, addVehicle, { params: { estateId }, body })
  }
}
