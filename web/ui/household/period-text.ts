import type { T } from '../i18n.ts'

type Period = { fromDate: string | null; untilDate: string | null }

/** `2024-03-01 至 2026-05-31`, `自 2024-03-01`; says so when a day is not known. */
export const periodText = (t: T, { fromDate, untilDate }: Period): string => {
  const from = fromDate ?? t('people.unknownDay')
  return untilDate === null ? t('people.since', { from }) : t('people.span', { from, until: untilDate })
}
