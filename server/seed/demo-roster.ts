import { Temporal } from 'temporal-polyfill'
import { createPost, createShift, publishRoster, saveRoster } from '#contract/duty.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { addDays, daysBetween } from '#platform/calendar/dates.rules.ts'
import type { Story } from './story.ts'

const POSTS = [
  { key: 'desk', name: '前台接待', kind: 'frontDesk', acceptsComplaints: true },
  { key: 'control', name: '监控中心', kind: 'controlCentre', acceptsComplaints: true },
  { key: 'gate', name: '东门岗', kind: 'gate', acceptsComplaints: false },
  { key: 'repair', name: '维修值班', kind: 'line', acceptsComplaints: false },
] as const
type PostKey = (typeof POSTS)[number]['key']

const SHIFTS = {
  deskEarly: { name: '前台早班', from: '08:00', to: '15:00', overMidnight: false },
  deskLate: { name: '前台晚班', from: '15:00', to: '21:00', overMidnight: false },
  early: { name: '早班', from: '08:00', to: '16:00', overMidnight: false },
  middle: { name: '中班', from: '16:00', to: '00:00', overMidnight: true },
  night: { name: '夜班', from: '00:00', to: '08:00', overMidnight: false },
  repairDay: { name: '维修白班', from: '08:00', to: '20:00', overMidnight: false },
  repairNight: { name: '维修夜班', from: '20:00', to: '08:00', overMidnight: true },
} as const
type ShiftKey = keyof typeof SHIFTS

const DESK = ['qiantai', 'qiantai2', 'qiantaizhang'] as const
const CONTROL = ['zhongkong', 'zhongkong2', 'zhongkong3', 'zhongkong4'] as const
const GATE = ['baoan', 'baoan2', 'baoan3', 'baoan4'] as const
const REPAIR = ['jishu', 'jishu2', 'jishu3', 'jishu4'] as const

/** Two nights, two early and two middle shifts, two days off; the four begin two days after one another. */
const ROUND: readonly (ShiftKey | null)[] = ['night', 'night', 'early', 'early', 'middle', 'middle', null, null]
const EPOCH = '2024-01-01'

const pick = <T>(list: readonly T[], n: number): T => {
  const one = list[((n % list.length) + list.length) % list.length]
  if (one === undefined) throw new Error('an empty team')
  return one
}

/** Who has the shifts of a post on this day; the same on every machine and in every week. */
export const teamOn = (date: LocalDate, post: PostKey): { username: string; shift: ShiftKey }[] => {
  const day = daysBetween(EPOCH, date)
  if (post === 'desk')
    return [
      { username: pick(DESK, day), shift: 'deskEarly' },
      { username: pick(DESK, day + 2), shift: 'deskLate' },
    ]
  if (post === 'repair')
    return [
      { username: pick(REPAIR, day), shift: 'repairDay' },
      { username: pick(REPAIR, day + 3), shift: 'repairNight' },
    ]
  return (post === 'control' ? CONTROL : GATE).flatMap((username, i) => {
    const shift = pick(ROUND, day + 2 * i)
    return shift === null ? [] : [{ username, shift }]
  })
}

const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)

export type PostIds = Map<PostKey, Uuid>

/** Posts, shifts, and the rosters of the last two weeks, this one and the next, each published on the Friday before. */
export const planDuty = async (story: Story, posts: PostIds): Promise<void> => {
  const { ask, who, days, estateId } = story
  const lead = who('qiantaizhang')
  const params = { estateId }
  const begin = days.at(-95, '10:00')
  for (const [position, { key, ...post }] of POSTS.entries())
    posts.set(key, (await ask(begin, lead, createPost, { params, body: { ...post, position } })).id)
  const shifts = new Map<ShiftKey, Uuid>()
  for (const [key, shift] of Object.entries(SHIFTS) as [ShiftKey, (typeof SHIFTS)[ShiftKey]][])
    shifts.set(key, (await ask(begin, lead, createShift, { params, body: shift })).id)

  const thisWeek = mondayOf(days.today)
  for (const week of [-2, -1, 0, 1]) {
    const weekStart = addDays(thisWeek, week * 7)
    // the next week is known as early as this one, so that it is in force on whatever day somebody looks
    const published = days.on(addDays(thisWeek, Math.min(week, 0) * 7 - 3), week === 1 ? '16:30' : '16:00')
    const rows = Array.from({ length: 7 }, (_, i) => addDays(weekStart, i)).flatMap((date) =>
      POSTS.flatMap(({ key }) =>
        teamOn(date, key).map(({ username, shift }) => {
          const { from, to, overMidnight } = SHIFTS[shift]
          const [postId, shiftId] = [posts.get(key), shifts.get(shift)]
          if (postId === undefined || shiftId === undefined) throw new Error(`no ${key} or ${shift}`)
          return { date, postId, shiftId, staffId: who(username).id, from, to, overMidnight }
        }),
      ),
    )
    const ofWeek = { estateId, weekStart }
    const draft = await ask(published, lead, saveRoster, { params: ofWeek, body: { version: 0, rows } })
    await ask(published, lead, publishRoster, { params: ofWeek, body: { version: draft.version } })
  }
}
