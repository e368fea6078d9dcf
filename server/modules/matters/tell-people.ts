import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type Message, queueMessages } from '#platform/notify/queue-messages.ts'
import { staffText } from '#platform/notify/staff-text.ts'
import type { Who } from './clock-defs.ts'
import { LINE_LEADS, lineLed } from './line-lead.ts'
import type { Matter, Tell } from './matter-kind.ts'
import { roleHolders } from './role-holders.store.ts'

export type About = Pick<
  Matter,
  'estate_id' | 'id' | 'number' | 'title' | 'owner_id' | 'co_owner_id' | 'handler_id' | 'dedicated_id' | 'line'
>

/** Writes the messages of a move to the people they name; one person gets one message however often they are named. */
export const tellPeople = (tx: Tx, matter: About, tells: readonly Tell[]): Promise<void> =>
  tellMany(tx, [{ matter, tells }])

/** The same for many matters at once (a sweep), with two statements for all of them. */
export const tellMany = async (tx: Tx, all: readonly { matter: About; tells: readonly Tell[] }[]): Promise<void> => {
  const some = all.filter(({ tells }) => tells.length > 0)
  if (some.length === 0) return
  const roles = await rolesNeeded(tx, some)
  const messages: Message[] = []
  const seen = new Set<string>()
  for (const { matter, tells } of some) {
    for (const tell of tells) {
      for (const staffId of recipients(matter, tell.to, roles)) {
        const text = staffText(tell.template, { number: matter.number, title: matter.title, ...tell.params })
        const key = `${matter.id} ${staffId} ${tell.template} ${text.body}`
        if (seen.has(key)) continue
        seen.add(key)
        messages.push({
          estateId: matter.estate_id,
          matterId: matter.id,
          channel: 'staff',
          template: tell.template,
          language: 'zh',
          toKind: 'staff',
          toId: staffId,
          ...text,
        })
      }
    }
  }
  await queueMessages(tx, messages)
  for (const estateId of new Set(messages.map((m) => m.estateId))) tx.tell({ estateId, topic: 'messages' })
}

/** Keys are `estate role` and, for leads of lines, `estate lead:line`. */
type RoleHolders = ReadonlyMap<string, readonly Uuid[]>

const ROLES_OF: Partial<Record<Who, readonly string[]>> = {
  lineLead: LINE_LEADS,
  desk: ['frontDeskClerk', 'frontDeskLead', 'customerAssistant', 'controlCentre'],
  csLead: ['csLead'],
  centreHead: ['centreHead'],
  qualityDept: ['qualityDept'],
  companyLeader: ['companyLeader'],
  developerCentre: ['developerCentre'],
  complaintVerifier: ['complaintVerifier'],
  pressOffice: ['pressOffice'],
}

/** The people of the estates by role, and leads by line; company-wide roles count in each estate. */
const rolesNeeded = async (tx: Tx, all: readonly { matter: About; tells: readonly Tell[] }[]): Promise<RoleHolders> => {
  const wanted = new Set(
    all.flatMap(({ tells }) => tells.flatMap(({ to }) => (typeof to === 'string' ? (ROLES_OF[to] ?? []) : []))),
  )
  if (wanted.size === 0) return new Map()
  const estates = [...new Set(all.map(({ matter }) => matter.estate_id))]
  const rows = await roleHolders(tx, estates, [...wanted])
  const holders = new Map<string, Uuid[]>()
  for (const { estate_id, role, line, staff_id } of rows) {
    const key = `${estate_id} ${ROLES_OF.lineLead?.includes(role) ? `lead:${lineLed({ role, line })}` : role}`
    holders.set(key, [...(holders.get(key) ?? []), staff_id])
  }
  return holders
}

const recipients = (matter: About, to: Who | { staffId: Uuid }, holders: RoleHolders): readonly Uuid[] => {
  const one = (id: Uuid | null) => (id ? [id] : [])
  if (typeof to === 'object') return [to.staffId]
  switch (to) {
    case 'owner':
      return one(matter.owner_id)
    case 'coOwner':
      return one(matter.co_owner_id)
    case 'handler':
      return one(matter.handler_id)
    case 'dedicated':
      return one(matter.dedicated_id)
    case 'lineLead':
      return holders.get(`${matter.estate_id} lead:${matter.line ?? ''}`) ?? []
    default:
      return (ROLES_OF[to] ?? []).flatMap((role) => holders.get(`${matter.estate_id} ${role}`) ?? [])
  }
}
