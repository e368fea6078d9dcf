import { getInventory, noteInventory, sendLineReport, signInventory } from '#contract/inventory.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { callRoute } from './call-route.ts'
import { FOUND_NOTE, LINE_WORDS, NOTES } from './demo-desk-words.ts'
import { teamOn } from './demo-roster.ts'
import { later, minutesAfter, type Story, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

/** As far back as the check of the night looks (and a day more), so that it finds one gap and no other. */
const INVENTORY_DAYS = 32
const GAP_DAY = -3
const REPORT_DAYS = 10
const GRACE_MINUTES = 15
const SLOTS = ['11:30', '17:00'] as const

/** FD-404: every evening's inventory, noted and signed, but for one; that of today is still to be signed. */
export const inventoriesOf = (world: World): Told[] =>
  Array.from({ length: INVENTORY_DAYS }, (_, i) => i - INVENTORY_DAYS).map((offset) =>
    storyOf(world, `inventory ${offset}`, (story) => tellInventory(story, offset)),
  )

const tellInventory = async (story: Story, offset: number): Promise<void> => {
  const { days, estateId, house, random, step, who } = story
  const date = days.date(offset)
  const actor = who(teamOn(date, 'desk').find((t) => t.shift === 'deskLate')?.username ?? 'qiantaizhang')
  const now = minutesAfter(days.at(offset, '18:00'), random.whole(2, 45))
  await step(
    now,
    async (tx) => {
      const by = { tx, house, actor }
      const open = await openOn(story, by, date)
      if (isRefusal(open)) return open
      const noted = offset === GAP_DAY ? open.slice(0, Math.floor(open.length / 2)) : open
      const byText = Map.groupBy(noted, ({ kind }) => (kind === 'finding' ? FOUND_NOTE : random.pick(NOTES)))
      for (const [text, matters] of byText) {
        const matterIds = matters.map((m) => m.matterId)
        const done = await callRoute(by, noteInventory, { params: { estateId }, body: { matterIds, text } })
        if (isRefusal(done)) return done
      }
      if (offset === GAP_DAY) return undefined
      return callRoute(by, signInventory, { params: { estateId }, body: { date } })
    },
    'alone',
  )
}

type By = Parameters<typeof callRoute>[0]
const openOn = async ({ estateId }: Story, by: By, date: LocalDate) => {
  const open: { matterId: Uuid; kind: string }[] = []
  for (let cursor: string | undefined; ; ) {
    const query = { date, limit: 200, noted: 'false' as const, ...(cursor ? { cursor } : {}) }
    const page = await callRoute(by, getInventory, { params: { estateId }, query })
    if (isRefusal(page)) return page
    open.push(...page.rows)
    if (page.next === null) return open
    cursor = page.next
  }
}

const SPEAKERS = [
  { line: 'repair', username: 'gongcheng' },
  { line: 'housekeeping', username: 'jiazheng' },
  { line: 'cleaning', username: 'baojiezhuguan' },
  { line: 'greening', username: 'lvhua' },
  { line: 'security', username: 'zhixu' },
] as const
const MISSING = 'greening'

/** FD-403: the reports of the lines; one is missing at the last set time that has run out. */
export const lineReportsOf = (world: World): Told[] => {
  const { days, now } = world
  const times = Array.from({ length: REPORT_DAYS + 1 }, (_, i) => i - REPORT_DAYS).flatMap((offset) =>
    SLOTS.map((slot) => ({ slot, at: days.at(offset, slot) })),
  )
  const last = times.findLast(({ at }) => minutesAfter(at, GRACE_MINUTES) < now)
  return times.flatMap(({ slot, at }) =>
    SPEAKERS.filter(({ line }) => at !== last?.at || line !== MISSING).map(({ line, username }) =>
      storyOf(world, `report ${line} ${at}`, async (story) => {
        const { ask, who, estateId, random } = story
        const late = random.chance(0.06)
        const sent = late ? later(story, at, 18, 50) : later(story, at, -25, 10)
        const words = LINE_WORDS[line]
        const items = random.chance(0.4) ? [{ text: random.pick(words.items) }] : []
        const body = { line, slot, text: random.pick(words.texts), items }
        await ask(sent, who(username), sendLineReport, { params: { estateId }, body })
      }),
    ),
  )
}
