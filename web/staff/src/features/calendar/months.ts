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
