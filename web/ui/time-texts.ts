import type { T } from './i18n.ts'
import { type RelativeView, spanParts, type TimeLeftView, type WindowView, wallTime } from './time.rules.ts'

const UNIT = { days: 'time.days', hours: 'time.hours', minutes: 'time.minutes' } as const

export const spanText = (t: T, lang: 'zh' | 'en', ms: number): string => {
  const parts = spanParts(ms)
  const [only] = parts
  if (!only) return t('time.lessThanMinute')
  if (parts.length === 1 && only.unit === 'minutes') return t('time.minutesOnly', { count: only.count })
  return parts.map(({ unit, count }) => t(UNIT[unit], { count })).join(lang === 'zh' ? '' : ' ')
}

/** 还剩 2小时10分 / 超时 35分 */
export const timeLeftText = (t: T, lang: 'zh' | 'en', view: TimeLeftView): string => {
  if (view.kind === 'met') return t('time.met')
  if (view.kind === 'paused') return t('time.paused')
  if (view.kind === 'stopped') return t('common.none')
  return t(view.kind === 'over' ? 'time.over' : 'time.left', { span: spanText(t, lang, view.ms) })
}

export const relativeText = (t: T, lang: 'zh' | 'en', view: RelativeView): string => {
  if (view.kind === 'now') return t('time.now')
  if ('ms' in view) return t(view.kind === 'ago' ? 'time.ago' : 'time.in', { span: spanText(t, lang, view.ms) })
  if (view.kind === 'date') return view.text
  const key = { yesterday: 'time.yesterday', today: 'time.today', tomorrow: 'time.tomorrow' } as const
  return t(key[view.kind], { time: view.time })
}

/** `08:00–12:00`, or 全天; whoever reads it knows the day. */
export const windowText = (t: T, { from, to, wholeDay }: WindowView): string =>
  wholeDay ? t('time.wholeDay') : `${from.time}–${to.time}`

/** `2026-11-20 08:00–12:00`, `2026-11-20 22:00 – 2026-11-21 06:00`. */
export const datedWindowText = (t: T, view: WindowView): string =>
  view.sameDay
    ? `${view.from.date} ${windowText(t, view)}`
    : `${view.from.date} ${view.from.time} – ${view.to.date} ${view.to.time}`

/** `2026-11-20 16:40` on the wall of the estate. */
export const absoluteText = (ms: number, zone: string): string => {
  const { date, time } = wallTime(ms, zone)
  return `${date} ${time}`
}
