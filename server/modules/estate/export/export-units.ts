import { customerWordTexts } from '#content/texts/customer-pages.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { exportUnits as route, UnitQuery } from '#contract/units.ts'
import type { Uuid } from '#contract/values.ts'
import { may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { allPages, type ExcelValue, sendExcel } from '#platform/export/excel.ts'
import type { RawCall } from '#platform/http/serve.ts'
import { phonesOf } from '../people/customer.store.ts'
import { parkingUsesOf, vehiclesOf } from '../people/household.store.ts'
import { listUnitsOf } from '../places/view-unit.ts'
import { todayIn } from '../today.ts'
import { type Lang, type OpenedExport, openExport } from './open-export.ts'

const HOUSE = [
  ['unitNo', 18],
  ['building', 12],
  ['floor', 6],
  ['kind', 10],
  ['unitType', 12],
  ['usage', 12],
  ['area', 14],
  ['innerArea', 14],
  ['handoverDate', 12],
  ['steward', 12],
] as const
const PEOPLE = [
  ['owners', 20],
  ['ownerPhones', 26],
  ['tenants', 20],
  ['tenantPhones', 26],
  ['plates', 20],
  ['parking', 20],
  ['remarks', 30],
] as const

/** The filtered units, a row each; the columns of their people only for those who may read customers. */
export const exportUnits = async ({
  params: { estateId },
  query,
  actor,
  house,
  reply,
}: RawCall<typeof route>): Promise<unknown> => {
  const { lang, purpose, ...filter } = query
  const opened = await openExport(house, actor, estateId, { what: 'units', lang, purpose, filter })
  const people = may(actor, 'customer.read', estateId)
  const columns = people ? [...HOUSE, ...PEOPLE] : HOUSE
  const rows = allPages((cursor) =>
    opened.read((tx) => pageOf(tx, estateId, { ...filter, cursor, limit: 200 }, opened, lang, people)),
  )
  return sendExcel(reply, {
    fileName: `${opened.word('units')}.xlsx`,
    sheets: [
      {
        name: opened.word('units'),
        columns: columns.map(([key, width]) => ({ heading: opened.word(key), width })),
        rows,
      },
    ],
  })
}

const pageOf = async (tx: Tx, estateId: Uuid, query: UnitQuery, opened: OpenedExport, lang: Lang, people: boolean) => {
  const page = await listUnitsOf(tx, estateId, query)
  if (isRefusal(page)) throw new Error(`an export was refused: ${page.code}`)
  const today = await todayIn(tx, estateId)
  const present = <T extends { until_date: string | null }>(list: readonly T[]) =>
    list.filter((x) => x.until_date === null || x.until_date >= today)
  const units = page.rows.map((row) => row.id)
  const phones = people
    ? present(
        await phonesOf(
          tx,
          estateId,
          page.rows.flatMap((row) => [...row.owners, ...row.tenants].map((p) => p.id)),
        ),
      )
    : []
  const vehicles = people ? present(await vehiclesOf(tx, estateId, { units })) : []
  const parking = people ? present(await parkingUsesOf(tx, estateId, { units })) : []
  const numbers = (who: readonly { id: Uuid }[]) =>
    phones
      .filter((p) => who.some((w) => w.id === p.customer_id))
      .map((p) => opened.phone(p.phone))
      .join('、')
  const kinds: Record<string, { zh: string; en: string } | undefined> = customerWordTexts
  const rows = page.rows.map((row): ExcelValue[] => {
    const house: ExcelValue[] = [
      row.display,
      row.building_name,
      row.floor,
      kinds[`unitKind.${row.kind}`]?.[lang] ?? row.kind,
      row.unit_type,
      row.usage,
      row.area_cm2 === null ? null : row.area_cm2 / 100,
      row.inner_area_cm2 === null ? null : row.inner_area_cm2 / 100,
      row.handover_date,
      row.steward_name,
    ]
    if (!people) return house
    const names = (who: readonly { name: string }[]) => who.map((w) => w.name).join('、')
    return [
      ...house,
      names(row.owners),
      numbers(row.owners),
      names(row.tenants),
      numbers(row.tenants),
      vehicles
        .filter((v) => v.unit_id === row.id)
        .map((v) => opened.plate(v.plate))
        .join('、'),
      parking
        .filter((k) => k.unit_id === row.id)
        .map((k) => k.parking_display)
        .join('、'),
      row.remarks,
    ]
  })
  return { rows, next: page.next }
}
