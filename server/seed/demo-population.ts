import type { Uuid } from '#contract/values.ts'
import {
  initialsOf,
  parseUnitNo,
  putUnitKeys,
  putVehicleKeys,
  refreshCustomerKeys,
  type UnitNo,
  unitSortKey,
} from '#modules/estate/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { demoId } from './demo-id.ts'
import { personName, phoneNumber, plateNumber, shopName, surnameOf } from './names.ts'
import { type Random, randomOf } from './random.ts'

export type Household = { unitId: Uuid; unit: UnitNo; contactId: Uuid; contactName: string; phone: string }

const BUILDINGS = 10
const SECTIONS = 2
const FLOORS = 15
const PER_FLOOR = 4
const SHOPS = 24
const SPACES = 260
const CHUNK = 400
const AREAS = [7_625, 8_950, 11_240, 12_860] as const
const TYPES = ['两室一厅', '三室一厅', '三室两厅', '四室两厅'] as const

/** About 1,200 households with people, telephones and cars in the demo estate. Returns those that may call the desk. */
export const seedPopulation = async (tx: Tx, estateId: Uuid): Promise<Household[]> => {
  const random = randomOf('population')
  const units = await seedUnits(tx, estateId)
  const people = gatherPeople(estateId, tx.now)
  const households = units.flatMap(({ id, unit }) => (unit.kind === 'parking' ? [] : people.moveIn(random, id, unit)))
  await people.write(tx)
  await seedCars(tx, estateId, random, households, units)
  await seedCautions(tx, estateId, random, households)
  return households
}

type Unit = { id: Uuid; unit: UnitNo }

const unitsOf = (): string[] => {
  const flats = range(BUILDINGS).flatMap((b) =>
    range(SECTIONS).flatMap((s) => range(FLOORS).flatMap((f) => range(PER_FLOOR).map((r) => `${b}-${s}-${f}0${r}`))),
  )
  return [...flats, ...range(SHOPS).map((n) => `商铺${100 + n}`), ...range(SPACES).map((n) => `车位B1-${n}`)]
}
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)

const seedUnits = async (tx: Tx, estateId: Uuid): Promise<Unit[]> => {
  const units = unitsOf().map((text): Unit => {
    const unit = parseUnitNo(text)
    if (!unit) throw new Error(`the demo's own unit ${text} cannot be read`)
    return { id: demoId(`unit ${unit.canonical}`), unit }
  })
  const codes = [...new Set(units.map((u) => u.unit.building))]
  const kindOf = (code: string) =>
    code === '商铺' ? 'shops' : code === '车位' || code === 'B1' ? 'parking' : 'residential'
  await tx.db
    .insertInto('building')
    .values(
      codes.map((code, i) => ({
        estate_id: estateId,
        id: demoId(`building ${code}`),
        code,
        name: /^\d+$/.test(code) ? `${code}栋` : code,
        kind: kindOf(code),
        floors: /^\d+$/.test(code) ? FLOORS : null,
        sort: i,
      })),
    )
    .execute()
  for (const chunk of chunks(units)) {
    await tx.db
      .insertInto('unit')
      .values(
        chunk.map(({ id, unit }, i) => ({
          estate_id: estateId,
          id,
          building_id: demoId(`building ${unit.building}`),
          unit_no: unit.canonical,
          display: unit.display,
          section: unit.section,
          room: unit.room,
          floor: unit.kind === 'flat' ? Number(unit.room.slice(0, -2)) : null,
          kind: unit.kind,
          unit_type: unit.kind === 'flat' ? (TYPES[i % 4] ?? null) : null,
          area_cm2: unit.kind === 'parking' ? 1_250 : (AREAS[i % 4] ?? null),
          handover_date: unit.kind === 'parking' ? null : '2019-06-30',
          sort_key: unitSortKey(unit.canonical),
          created_at: tx.now,
        })),
      )
      .execute()
    await putUnitKeys(tx, estateId, chunk)
  }
  return units
}

type PersonRow = { id: Uuid; kind: 'person' | 'company'; name: string; phones: string[] }
type StayRow = { id: Uuid; unitId: Uuid; customerId: Uuid; role: string; from: string; primary: boolean }

/** Gathers who lives where and writes it in large pieces. */
const gatherPeople = (estateId: Uuid, now: string) => {
  const people: PersonRow[] = []
  const stays: StayRow[] = []
  const shared = { estate_id: estateId }

  const person = (kind: 'person' | 'company', name: string, random: Random): PersonRow => {
    const n = people.length
    const phones = [phoneNumber(n * 2), ...(random.chance(0.12) ? [phoneNumber(n * 2 + 1)] : [])]
    const row: PersonRow = { id: demoId(`person ${n}`), kind, name, phones }
    people.push(row)
    return row
  }
  const stay = (unitId: Uuid, who: PersonRow, role: string, from: string, primary: boolean) => {
    stays.push({ id: demoId(`stay ${stays.length}`), unitId, customerId: who.id, role, from, primary })
  }

  const moveIn = (random: Random, unitId: Uuid, unit: UnitNo): Household[] => {
    const moved = `20${random.whole(19, 25)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`
    const household = (contact: PersonRow): Household => ({
      unitId,
      unit,
      contactId: contact.id,
      contactName: contact.name,
      phone: contact.phones[0] ?? '',
    })
    if (unit.kind === 'shop') {
      const shop = person('company', shopName(people.length), random)
      stay(unitId, shop, 'shop', moved, true)
      return [household(shop)]
    }
    const owner = person('person', personName(random), random)
    const isLet = random.chance(0.17)
    stay(unitId, owner, 'owner', moved, !isLet)
    if (random.chance(0.38)) stay(unitId, person('person', personName(random), random), 'owner', moved, false)
    const tenant = isLet ? person('person', personName(random), random) : undefined
    if (tenant) stay(unitId, tenant, 'tenant', '2025-03-01', true)
    if (!isLet && random.chance(0.34))
      stay(
        unitId,
        person('person', surnameOf(owner.name) + personName(random).slice(1), random),
        'family',
        moved,
        false,
      )
    return random.chance(0.04) ? [] : [household(tenant ?? owner)]
  }

  const write = async (tx: Tx): Promise<void> => {
    for (const chunk of chunks(people)) {
      await tx.db
        .insertInto('customer')
        .values(
          chunk.map((p) => ({
            ...shared,
            id: p.id,
            kind: p.kind,
            name: p.name,
            name_initials: initialsOf(p.name),
            created_at: now,
            updated_at: now,
          })),
        )
        .execute()
      await tx.db
        .insertInto('customer_phone')
        .values(
          chunk.flatMap((p) =>
            p.phones.map((phone, i) => ({
              ...shared,
              id: demoId(`phone ${phone}`),
              customer_id: p.id,
              phone,
              preferred: i === 0,
              from_date: '2019-06-30',
            })),
          ),
        )
        .execute()
      await refreshCustomerKeys(
        tx,
        estateId,
        chunk.map((p) => p.id),
      )
    }
    for (const chunk of chunks(stays)) {
      await tx.db
        .insertInto('residence')
        .values(
          chunk.map((s) => ({
            ...shared,
            id: s.id,
            unit_id: s.unitId,
            customer_id: s.customerId,
            role: s.role,
            from_date: s.from,
            primary_contact: s.primary,
            source: 'demo',
          })),
        )
        .execute()
    }
  }
  return { moveIn, write }
}

const seedCars = async (
  tx: Tx,
  estateId: Uuid,
  random: Random,
  households: readonly Household[],
  units: readonly Unit[],
) => {
  const spaces = units.filter((u) => u.unit.kind === 'parking')
  const models = [
    '比亚迪秦',
    '特斯拉Model Y',
    '大众朗逸',
    '丰田卡罗拉',
    '本田思域',
    '宝马320',
    '小鹏P7',
    '五菱宏光',
  ] as const
  const colours = ['白', '黑', '银灰', '蓝', '红'] as const
  const plates = new Set<string>()
  const cars = households.flatMap((h, i) => {
    const plate = plateNumber(random)
    if (h.unit.kind === 'shop' || plates.has(plate) || !random.chance(0.45)) return []
    plates.add(plate)
    return [
      {
        estate_id: estateId,
        id: demoId(`car ${i}`),
        plate,
        customer_id: h.contactId,
        unit_id: h.unitId,
        parking_unit_id: spaces[i]?.id ?? null,
        model: random.pick(models),
        colour: random.pick(colours),
        from_date: '2024-01-01',
      },
    ]
  })
  for (const chunk of chunks(cars)) {
    await tx.db.insertInto('vehicle').values(chunk).execute()
    await putVehicleKeys(
      tx,
      estateId,
      chunk.map((c) => ({ id: c.id, plate: c.plate })),
    )
  }
}

const CAUTIONS = [
  ['care', '独居老人，上门请先电话，敲门后多等一会儿'],
  ['care', '家有新生儿，作业时请降低噪声'],
  ['safety', '家中养大型犬，上门前请客户先拴好'],
  ['communication', '听力不好，请发短信或当面沟通'],
  ['privacy', '不希望在楼道里谈论家事'],
] as const

const seedCautions = async (tx: Tx, estateId: Uuid, random: Random, households: readonly Household[]) => {
  const rows = households.flatMap((h, i) => {
    if (!random.chance(0.03)) return []
    const [kind, text] = random.pick(CAUTIONS)
    return [
      {
        estate_id: estateId,
        id: demoId(`caution ${i}`),
        customer_id: h.contactId,
        kind,
        text,
        created_by: demoId('staff guanjia'),
        created_at: tx.now,
      },
    ]
  })
  if (rows.length > 0) await tx.db.insertInto('caution').values(rows).execute()
  const quiet = households.filter((_, i) => i % 97 === 5).map((h) => h.contactId)
  await tx.db
    .updateTable('customer')
    .set({ no_callback: true })
    .where('estate_id', '=', estateId)
    .where('id', 'in', quiet)
    .execute()
}

function chunks<T>(list: readonly T[]): T[][] {
  const made: T[][] = []
  for (let from = 0; from < list.length; from += CHUNK) made.push(list.slice(from, from + CHUNK))
  return made
}
