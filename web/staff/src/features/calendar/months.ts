import type { z } from 'zod'
import type { CalendarDay } from '#contract/running.ts'

type Word = z.infer<typeof CalendarDay>
export type Day = { date: string; weekend: boolean; word: Word | undefined }
export type Month = { name: string; blanks: string[]; days: Day[] }

const pad = (n: number) => String(n).padStart(2, '0')

/** The twelve months of a year with Monday first; `blanks` fill the week before the first day. */
export const monthsOf = (year: number, words: readonly Word[]): Month[] => {
  const byDate = new Map(words.map((w) => [w.date, w]))
  return Array.from({ length: 12 }, (_, m) => {
    const first = new Date(Date.UTC(year, m, 1))
    const length = new Date(Date.UTC(year, m + 1, 0)).getUTCDate()
    const name = `${year}-${pad(m + 1)}`
    const lead = (first.getUTCDay() + 6) % 7
    return {
      name,
      blanks: Array.from({ length: lead }, (_b, i) => `${name} ${i}`),
      days: Array.from({ length }, (_d, i) => {
        const date = `${name}-${pad(i + 1)}`
        return { date, weekend: (lead + i) % 7 >= 5, word: byDate.get(date) }
      }),
    }
  })
}

/** The names of the weekdays, Monday first, as short as the language allows. */
export const weekdays = (lang: 'zh' | 'en'): string[] => {
  const name = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: lang === 'zh' ? 'narrow' : 'short',
    timeZone: 'UTC',
  })
  // 2024-01-01 was a Monday
  return Array.from({ length: 7 }, (_, day) => name.format(Date.UTC(2024, 0, 1 + day)))
}
