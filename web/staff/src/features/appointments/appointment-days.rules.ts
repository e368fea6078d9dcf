import type { Appointment } from '#contract/desk.ts'

export type AppointmentDay = { date: string; appointments: Appointment[] }

/** Appointments under their days; those without a time come first, because they are to be fitted in. */
export const byDay = (appointments: readonly Appointment[]): AppointmentDay[] => {
  const days = new Map<string, Appointment[]>()
  for (const one of appointments) days.set(one.date, [...(days.get(one.date) ?? []), one])
  return [...days.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, list]) => ({ date, appointments: list.sort((a, b) => (a.time ?? '').localeCompare(b.time ?? '')) }))
}

/** FD-018: a customer who did not come and a time called off leave a word why; a kept appointment needs none. */
export const needsNote = (outcome: 'done' | 'missed' | 'cancelled'): boolean => outcome !== 'done'
