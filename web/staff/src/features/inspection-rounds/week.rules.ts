import { Temporal } from 'temporal-polyfill'

/** The seven days, Monday first, of the week in which a day lies. */
export const weekOf = (date: string): string[] => {
  const day = Temporal.PlainDate.from(date)
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return Array.from({ length: 7 }, (_, i) => monday.add({ days: i }).toString())
}
