import type { Matter } from '#modules/matters/index.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * FD-760: the record of an emergency grows with its moves: arrived at, who, measures, persons informed, evidence,
 * aftercare. What is not said this time stays as it stood. Text for the column `details`.
 */
export const withRecord = (
  matter: Pick<Matter, 'details'>,
  said: Readonly<Record<string, string | undefined>>,
): string => {
  const details = isRecord(matter.details) ? matter.details : {}
  const record = isRecord(details.record) ? details.record : {}
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== ''))
  return JSON.stringify({ ...details, record: { ...record, ...given } })
}
