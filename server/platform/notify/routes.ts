import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import * as contract from '#contract/running.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '../audit/audit.ts'
import { type Actor, may } from '../auth/actor.ts'
import { calendarOf } from '../calendar/load-calendar.ts'
import type { Tx } from '../db/tx.ts'
import { EXPORT_PAGE, type ListColumn, sendList } from '../export/send-list.ts'
import { type Served, serve, serveRaw } from '../http/serve.ts'
import { maskPhone } from '../privacy/mask.ts'
import { settingsOf } from '../settings/settings.ts'
import { allowedFrom } from './call-hours.ts'
import { MESSAGE_MOVES, presentMessage, presentMine } from './message.present.ts'
import { countUnread, markMineRead, myMessages } from './my-messages.store.ts'
import {
  changeMessage,
  findMessage,
  type MessageChange,
  type OutboxReader,
  type OutboxRow,
  outboxPage,
} from './outbox.store.ts'
import { hideSealed } from './sealed.ts'

/** An operator's act on a message of the outbox, on the record. In-app messages to staff are their reader's alone. */
const moveMessage = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  verb: keyof typeof MESSAGE_MOVES,
  change: MessageChange,
) => {
  const before = await findMessage(tx, estateId, id)
  if (!before || before.channel === 'staff') return refuse('E_NOT_FOUND')
  if (!(await changeMessage(tx, estateId, id, MESSAGE_MOVES[verb], change)))
    return refuse('E_STATE_CHANGED', { details: { state: before.state } })
  await audit(tx, actor, {
    estateId,
    action: `outbox.${verb}`,
    subjectKind: 'message',
    subjectId: id,
    before: { state: before.state },
    after: change,
  })
  tx.tell({ estateId, topic: 'messages' })
  return show(tx, actor, estateId, id)
}

/** FD-770: what is confidential is found by its reader and by the quality department. */
const readerOf = (actor: Actor, estateId: Uuid): OutboxReader => ({
  id: actor.id,
  confidential: may(actor, 'outbox.confidential', estateId),
})

const show = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<contract.OutboxMessage | Refusal> => {
  const row = await findMessage(tx, estateId, id)
  return row ? presentMessage(actor, estateId, row) : refuse('E_NOT_FOUND')
}

const COLUMNS: readonly ListColumn<OutboxRow>[] = [
  { key: 'column.at', width: 18, of: (r, { time }) => time(r.created_at) },
  { key: 'column.channel', of: (r, { t }) => t(`messageChannel.${r.channel}`) },
  { key: 'column.recipient', width: 24, of: (r) => [r.to_name, maskPhone(r.to_address)].filter(Boolean).join(' ') },
  { key: 'column.body', width: 60, of: (r) => hideSealed(r.body) },
  { key: 'column.matter', of: (r) => r.matter_number },
  { key: 'column.state', of: (r, { t }) => t(`messageState.${r.state}`) },
  { key: 'column.sentAt', width: 18, of: (r, { time }) => time(r.sent_at) },
  { key: 'column.error', of: (r) => r.error },
]

export const notifyRoutes: readonly Served[] = [
  serve(contract.listOutbox, async ({ tx, actor, params, query }) => {
    const page = await outboxPage(tx, readerOf(actor, params.estateId), params.estateId, query)
    return isRefusal(page)
      ? page
      : { rows: page.rows.map((row) => presentMessage(actor, params.estateId, row)), next: page.next }
  }),
  serveRaw(contract.exportOutbox, ({ actor, params: { estateId }, query: { lang, ...query }, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang },
      {
        name: 'sheet.outbox',
        subject: 'outbox',
        estateId,
        query,
        columns: COLUMNS,
        page: (tx, cursor) =>
          outboxPage(tx, readerOf(actor, estateId), estateId, { ...query, cursor, limit: EXPORT_PAGE }),
      },
    ),
  ),
  serve(contract.holdMessage, ({ tx, actor, params }) =>
    moveMessage(tx, actor, params.estateId, params.id, 'hold', { state: 'held' }),
  ),
  serve(contract.releaseMessage, async ({ tx, actor, params }) => {
    const { estateId, id } = params
    const row = await findMessage(tx, estateId, id)
    // KN-205: letting it go is no reason to wake anybody
    const quiet = row?.to_kind === 'customer' && !row.urgent
    const notBefore = quiet
      ? allowedFrom(await calendarOf(tx, estateId), await settingsOf(tx, estateId), tx.now)
      : tx.now
    return moveMessage(tx, actor, estateId, id, 'release', {
      state: 'waiting',
      attempts: 0,
      not_before: notBefore,
      error: null,
    })
  }),
  serve(contract.markMessageRead, ({ tx, actor, params }) =>
    moveMessage(tx, actor, params.estateId, params.id, 'markRead', { read_at: tx.now }),
  ),
  serve(contract.listMyMessages, async ({ tx, actor, params, query }) => {
    const page = await myMessages(tx, params.estateId, actor.id, query)
    return isRefusal(page) ? page : { rows: page.rows.map(presentMine), next: page.next }
  }),
  serve(contract.readMyMessages, async ({ tx, actor, params, body }) => {
    await markMineRead(tx, params.estateId, actor.id, body.ids ?? 'all')
    tx.tell({ estateId: params.estateId, topic: 'messages', ids: { forStaffId: actor.id } })
    const [count] = await countUnread(tx, [params.estateId], actor.id)
    return { unread: count?.unread ?? 0 }
  }),
  serve(contract.countMyMessages, async ({ tx, actor }) => {
    const estates = await countUnread(tx, [...actor.grants.keys()], actor.id)
    return { unread: estates.reduce((sum, e) => sum + e.unread, 0), estates }
  }),
]
