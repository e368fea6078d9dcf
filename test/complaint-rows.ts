import type { Flag } from '#contract/channels.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { markMonth } from '#modules/complaints/index.ts'
import { newId } from '#platform/ids.ts'
import type { TestHouse } from './house.ts'

type Given = {
  estateId?: Uuid
  receivedAt: Instant
  registeredAt?: Instant
  /** By default the day of the receipt in Shanghai. */
  receivedOn?: LocalDate
  kind?: string
  contactType?: string
  channel?: string
  state?: string
  open?: boolean
  title?: string
  handlerId?: Uuid | null
  nextDueAt?: Instant | null
  overdue?: boolean
  category?: string | null
  counted?: boolean | null
  customerName?: string | null
  contactPhone?: string | null
  unitId?: Uuid | null
  flags?: Flag[]
  headAppearedAt?: Instant
}

type Estate = { id: Uuid; staff: { frontDeskClerk: Uuid } }
type Rows = { tx: TestHouse['tx']; a: Estate; b?: Estate }

let last = 0

/** A complaint as it stands in the tables, for tests of what is read from them; its way there is tested elsewhere. */
export const complaintRow = (t: Rows, given: Given): Promise<{ id: Uuid; number: string }> =>
  t.tx(async (tx) => {
    const { db } = tx
    const estateId = given.estateId ?? t.a.id
    const owner = (t.b?.id === estateId ? t.b : t.a).staff.frontDeskClerk
    const id = newId()
    last += 1
    const number = `TS-${String(last).padStart(5, '0')}`
    const kind = given.kind ?? 'complaint'
    const at = given.registeredAt ?? given.receivedAt
    const open = given.open ?? true
    await db
      .insertInto('matter')
      .values({
        estate_id: estateId,
        id,
        number,
        kind,
        contact_type: given.contactType ?? 'complaint',
        channel: given.channel ?? 'phone',
        state: given.state ?? (open ? 'RECEIVED' : 'CLOSED'),
        open,
        title: given.title ?? '楼道没有打扫',
        owner_id: owner,
        handler_id: given.handlerId ?? null,
        closure_controller_id: owner,
        customer_name: given.customerName ?? null,
        contact_phone: given.contactPhone ?? null,
        unit_id: given.unitId ?? null,
        flags: given.flags ?? [],
        collected_at: given.receivedAt,
        received_at: given.receivedAt,
        registered_at: at,
        updated_at: at,
        next_due_at: given.nextDueAt ?? null,
        overdue: given.overdue ?? false,
        closed_at: open ? null : at,
      })
      .execute()
    if (kind === 'complaint') {
      await db
        .insertInto('complaint_case')
        .values({
          estate_id: estateId,
          matter_id: id,
          received_on:
            given.receivedOn ??
            new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.parse(given.receivedAt)),
          channel: given.channel ?? 'phone',
          head_appeared_at: given.headAppearedAt ?? null,
          category_final: given.category ?? null,
          counted: given.counted ?? null,
        })
        .execute()
      await markMonth(tx, { estate_id: estateId, id })
    }
    return { id, number }
  })
