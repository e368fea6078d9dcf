import type pg from 'pg'
import { idSql } from './ids.ts'
import { EACH } from './size.ts'
import type { Templates } from './templates.ts'

/** Room, name and text templates as temporary tables of the building connection. */
export const loadTemplates = async (client: pg.Client, t: Templates): Promise<void> => {
  const table = (name: string, columns: string, types: string, values: unknown[]) =>
    client.query(
      `create temp table ${name} as select * from unnest(${types}) with ordinality as t(${columns}, nth)`,
      values,
    )
  await table('t_name', 'name, initials', '$1::text[], $2::text[]', [
    t.names.map((n) => n.name),
    t.names.map((n) => n.initials),
  ])
  await table('t_text', 'title, said, tokens', '$1::text[], $2::text[], $3::text[]', [
    t.texts.map((x) => x.title),
    t.texts.map((x) => x.said),
    t.texts.map((x) => x.tokens),
  ])
  const u = t.units
  await table(
    't_unit',
    'building, no, display, section, room, sort',
    '$1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]',
    [
      u.map((x) => x.building),
      u.map((x) => x.no),
      u.map((x) => x.display),
      u.map((x) => x.section),
      u.map((x) => x.room),
      u.map((x) => x.sort),
    ],
  )
  for (const [name, keys] of [
    ['t_name_key', t.nameKeys],
    ['t_unit_key', t.unitKeys],
  ] as const)
    await table(name, 'subject, key, weight', '$1::int[], $2::text[], $3::smallint[]', [
      keys.map((k) => k.subject),
      keys.map((k) => k.key),
      keys.map((k) => k.weight),
    ])
  await client.query('analyze t_name, t_text, t_unit, t_name_key, t_unit_key')
}

const AT = `timestamptz '2024-01-01T08:00:00Z'`
/** Which of the names the n-th customer has: neighbours have different ones, and all estates together use them all. */
const NAME = `(n * 7919) % (select count(*) from t_name) + 1`
const ESTATE = idSql('estate', `n / ${EACH.customers}`)
const UNIT_OF_CUSTOMER = `n / ${EACH.customers} * ${EACH.units} + n % ${EACH.customers} % ${EACH.units}`
const PHONE = `'199' || lpad((n * 7 + 1000)::text, 8, '0')`
const PLATE = `'粤B' || upper(lpad(to_hex(n * 7919 % 1048576), 5, '0'))`

/** Buildings, units, customers with telephones and rooms, vehicles: an estate after the other, as rosters come in. */
export const buildPeople = async (client: pg.Client, estates: number): Promise<void> => {
  const series = (each: number) => `generate_series(0::bigint, ${estates * each - 1}) n`
  const inEstate = (each: number) => idSql('estate', `n / ${each}`)
  const building = (e: string) => idSql('building', `${e} * 100 + t.building`)
  const write = (statement: string) => client.query(statement)
  await write(`insert into building (estate_id, id, name, code, floors)
    select ${idSql('estate', 'e')}, ${building('e')}, t.building || '栋', t.building::text, 15
    from generate_series(0, ${estates - 1}) e, (select distinct building from t_unit) t`)
  await write(`insert into unit (estate_id, id, building_id, unit_no, display, section, room, floor, kind, unit_type, area_cm2, sort_key, created_at)
    select ${inEstate(EACH.units)}, ${idSql('unit', 'n')}, ${building(`n / ${EACH.units}`)}, t.no, t.display, t.section, t.room,
      (n % 60 / 4 + 1)::int, 'flat', '三室两厅', 890000 + n % 40 * 1000, t.sort, ${AT}
    from ${series(EACH.units)} join t_unit t on t.nth = n % ${EACH.units} + 1`)
  await write(`insert into customer (estate_id, id, kind, name, name_initials, created_at, updated_at)
    select ${ESTATE}, ${idSql('customer', 'n')}, 'person', t.name, t.initials, ${AT}, ${AT} + n % 100000 * interval '10 minutes'
    from ${series(EACH.customers)} join t_name t on t.nth = ${NAME}`)
  await write(`insert into customer_phone (estate_id, id, customer_id, phone, preferred, from_date)
    select ${ESTATE}, ${idSql('phone', 'n')}, ${idSql('customer', 'n')}, ${PHONE}, true, date '2019-06-30' from ${series(EACH.customers)}`)
  const owner = `n % ${EACH.customers} < ${EACH.units}`
  await write(`insert into residence (estate_id, id, unit_id, customer_id, role, from_date, primary_contact)
    select ${ESTATE}, ${idSql('residence', 'n')}, ${idSql('unit', UNIT_OF_CUSTOMER)}, ${idSql('customer', 'n')},
      case when ${owner} then 'owner' else 'family' end, date '2019-06-30', ${owner}
    from ${series(EACH.customers)}`)
  await write(`insert into vehicle (estate_id, id, plate, customer_id, unit_id, model, colour, from_date)
    select ${inEstate(EACH.vehicles)}, ${idSql('vehicle', 'n')}, ${PLATE},
      ${idSql('customer', `n / ${EACH.vehicles} * ${EACH.customers} + n % ${EACH.vehicles}`)},
      ${idSql('unit', `n / ${EACH.vehicles} * ${EACH.units} + n % ${EACH.vehicles}`)}, '比亚迪秦', '白', date '2024-01-01'
    from ${series(EACH.vehicles)}`)
}

/** What the omnibox finds people, rooms and vehicles by. */
export const buildPeopleKeys = async (client: pg.Client, estates: number): Promise<void> => {
  const series = (each: number) => `generate_series(0::bigint, ${estates * each - 1}) n`
  const put = (kind: string, each: number, key: string, from: string) =>
    client.query(`insert into search_key (estate_id, kind, subject_id, key, weight)
      select ${idSql('estate', `n / ${each}`)}, '${kind}', ${idSql(kind as 'customer', 'n')}, ${key} from ${from}`)
  await put(
    'customer',
    EACH.customers,
    't.key, t.weight',
    `${series(EACH.customers)} join t_name_key t on t.subject = ${NAME} - 1`,
  )
  await put('customer', EACH.customers, `'t:' || reverse(${PHONE}), 0`, series(EACH.customers))
  await put('customer', EACH.customers, `'p:' || ${PHONE}, 0`, series(EACH.customers))
  await put(
    'unit',
    EACH.units,
    't.key, t.weight',
    `${series(EACH.units)} join t_unit_key t on t.subject = n % ${EACH.units}`,
  )
  await put(
    'vehicle',
    EACH.vehicles,
    `'c:' || substr(${PLATE}, place), place - 1`,
    `${series(EACH.vehicles)}, generate_series(1, 5) place`,
  )
}
