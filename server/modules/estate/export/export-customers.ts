import { customerWordTexts, householdWordTexts } from '#content/texts/customer-pages.ts'
import type { exportCustomers as route } from '#contract/customers.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { allPages, type ExcelValue, sendExcel } from '#platform/export/excel.ts'
import type { RawCall } from '#platform/http/serve.ts'
import { cipherOf } from '#platform/privacy/cipher.ts'
import { maskIdNumber } from '#platform/privacy/mask.ts'
import { contactsOf, phonesOf } from '../people/customer.store.ts'
import type { CustomerListRow } from '../people/customer-list.store.ts'
import { listCustomersOf } from '../people/list-customers.ts'
import { openPaper } from '../people/paper.ts'
import { tenureOf } from '../people/tenure.rules.ts'
import { type Lang, type OpenedExport, openExport } from './open-export.ts'

const COLUMNS = [
  ['name', 16],
  ['kind', 8],
  ['rooms', 30],
  ['phones', 26],
  ['idKind', 14],
  ['idNumber', 22],
  ['gender', 6],
  ['birthDate', 12],
  ['tenure', 10],
  ['important', 8],
  ['noCallback', 10],
  ['language', 8],
  ['emergency', 24],
  ['preferences', 30],
  ['remarks', 30],
] as const

/** The filtered customers, a row each, as they come from the list. */
export const exportCustomers = async ({
  params: { estateId },
  query,
  actor,
  house,
  reply,
}: RawCall<typeof route>): Promise<unknown> => {
  const { lang, purpose, ...filter } = query
  const opened = await openExport(house, actor, estateId, { what: 'customers', lang, purpose, filter })
  const paperOf = (row: CustomerListRow): string =>
    opened.plain && row.id_cipher
      ? openPaper(cipherOf(house.keys), estateId, row.id, 'id', row.id_cipher)
      : (maskIdNumber(row.id_tail) ?? '')
  const rows = allPages((cursor) =>
    opened.read((tx) => pageOf(tx, estateId, { ...filter, cursor, limit: 200 }, opened, lang, paperOf)),
  )
  return sendExcel(reply, {
    fileName: `${opened.word('customers')}.xlsx`,
    sheets: [
      {
        name: opened.word('customers'),
        columns: COLUMNS.map(([key, width]) => ({ heading: opened.word(key), width })),
        rows,
      },
    ],
  })
}

type Query = Parameters<typeof listCustomersOf>[2]

const pageOf = async (
  tx: Parameters<typeof listCustomersOf>[0],
  estateId: Uuid,
  query: Query,
  opened: OpenedExport,
  lang: Lang,
  paperOf: (row: CustomerListRow) => string,
) => {
  const page = await listCustomersOf(tx, estateId, query)
  if (isRefusal(page)) throw new Error(`an export was refused: ${page.code}`)
  const { today, months } = page.seen
  const ids = page.rows.map((row) => row.id)
  const present = <T extends { until_date: string | null }>(list: readonly T[]) =>
    list.filter((x) => x.until_date === null || x.until_date >= today)
  const phones = present(await phonesOf(tx, estateId, ids))
  const contacts = present(await contactsOf(tx, estateId, ids))
  const word = (key: string) => (wordsOf as Record<string, { zh: string; en: string } | undefined>)[key]?.[lang] ?? ''
  const rows = page.rows.map((row): readonly ExcelValue[] => {
    const tenure = tenureOf(row.moved_in, today, months)
    return [
      row.name,
      word(`customerKind.${row.kind}`),
      row.units
        .filter((u) => u.current)
        .map((u) => `${u.display}(${word(`residence.${u.role}`)})`)
        .join('、'),
      phones
        .filter((p) => p.customer_id === row.id)
        .map((p) => opened.phone(p.phone))
        .join('、'),
      row.id_kind ? word(`idKind.${row.id_kind}`) : '',
      paperOf(row),
      row.gender ? word(`gender.${row.gender}`) : '',
      row.birth_date,
      tenure ? word(`tenure.${tenure}`) : '',
      opened.yes(row.important),
      opened.yes(row.no_callback),
      word(`speaks.${row.language}`),
      contacts
        .filter((c) => c.customer_id === row.id)
        .map((c) => `${c.name} ${opened.phone(c.phone)}`)
        .join('、'),
      row.preferences,
      row.remarks,
    ]
  })
  return { rows, next: page.next }
}

const wordsOf = { ...customerWordTexts, ...householdWordTexts }
