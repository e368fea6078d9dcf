import { Temporal } from 'temporal-polyfill'

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
