import type { Received, RouteShape } from '#contract/route.ts'
import {
  checkEstateStandard,
  createEstateStandard,
  type EstateStandard,
  publishEstateStandard,
  saveEstateStandard,
} from '#contract/standards.ts'
import type { Threshold } from '#contract/touchpoints.ts'
import type { Instant } from '#contract/values.ts'
import type { Sent } from './call-route.ts'
import type { World } from './story.ts'

type Ask = <R extends RouteShape>(
  world: World,
  now: Instant,
  username: string,
  route: R,
  sent: Sent<R>,
) => Promise<Received<R>>

const OFF = { 'T04-F-10': '水生植物由外包园艺公司打理，另有合同考核' }
const LUX: Threshold = { metric: 'lux', op: '>=', value: 50, unit: 'lx' }
type Version = { day: number; from: number; note: string } & Pick<EstateStandard, 'off' | 'changed'>
const VERSIONS: readonly Version[] = [
  { day: -20, from: 1, note: '水景外包', off: OFF, changed: {} },
  { day: -2, from: 30, note: '入口照度按整改方案提高', off: {}, changed: { 'T02-F-09': { threshold: LUX } } },
]

/** FD-766: two versions of what the demo estate does otherwise, each written by one, checked by a second, approved by a third. */
export const seedVariants = async (world: World, ask: Ask): Promise<void> => {
  const { estateId, days } = world
  for (const { day, from, note, off, changed } of VERSIONS) {
    const draft = await ask(world, days.at(day, '10:00'), 'kefuzhuguan', createEstateStandard, {
      params: { estateId },
      body: { note },
    })
    const params = { estateId, id: draft.id }
    const content = { traits: [], standing: [], off, added: [], changed, note, version: draft.version }
    const saved = await ask(world, days.at(day, '10:40'), 'kefuzhuguan', saveEstateStandard, { params, body: content })
    const checked = await ask(world, days.at(day, '15:20'), 'pinzhi', checkEstateStandard, {
      params,
      body: { version: saved.version },
    })
    await ask(world, days.at(day, '16:30'), 'zhuren', publishEstateStandard, {
      params,
      body: { effectiveFrom: days.date(from), version: checked.version },
    })
  }
}
