import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { words } from '#platform/documents/words.ts'
import type { House } from '#platform/house.ts'
import { newId } from '#platform/ids.ts'
import { type Message, queueMessages } from '#platform/notify/queue-messages.ts'
import { sealed } from '#platform/notify/sealed.ts'
import { insertInvitations, lastSlipNo, type NewInvitation } from './invitation.store.ts'
import type { Member } from './sample.rules.ts'
import { tokenHash, tokenOf } from './token.ts'

export const SEALED_LINK = 'survey'

export type Invited = {
  estateId: Uuid
  surveyId: Uuid
  titles: { zh: string; en: string }
  estateName: string
  expiresAt: Instant
  /** Local text of the last moment. */
  until: string
}

/** Which words go out: to everybody of a sample, after a service, or once more. */
export type InvitationWords = 'surveyMessage.invite' | 'surveyMessage.after' | 'surveyMessage.remind'

export const invitationMessage = (
  key: InvitationWords,
  to: { id: Uuid; customerId: Uuid; phone: string; language: 'zh' | 'en' },
  { estateId, titles, estateName, until }: Pick<Invited, 'estateId' | 'titles' | 'estateName' | 'until'>,
): Message => ({
  estateId,
  channel: 'sms',
  template: key,
  language: to.language,
  toKind: 'customer',
  toId: to.customerId,
  toAddress: to.phone,
  body: words(to.language)(key, {
    estate: estateName,
    title: titles[to.language],
    until,
    link: sealed(SEALED_LINK, to.id),
  }),
})

type Asked = Pick<Member, 'customerId' | 'unitId' | 'buildingId' | 'tenure' | 'since' | 'phone' | 'language'>
/** One invitation each: by message where there is a telephone, else on a slip that somebody hands over. */
export const invite = async (
  tx: Tx,
  keys: House['keys'],
  about: Invited,
  people: readonly (Asked & { matterId: Uuid | null })[],
  key: InvitationWords,
): Promise<number> => {
  const first = (await lastSlipNo(tx, about.estateId, about.surveyId)) + 1
  const rows = people.map((person, i): { row: NewInvitation; person: Asked } => {
    const id = newId()
    return {
      person,
      row: {
        id,
        survey_id: about.surveyId,
        no: first + i,
        unit_id: person.unitId,
        customer_id: person.customerId,
        building_id: person.buildingId,
        tenure: person.tenure,
        since: person.since,
        channel: person.phone === null ? 'slip' : 'sms',
        matter_id: person.matterId,
        token_hash: tokenHash(tokenOf(keys, about.estateId, id)),
        invited_at: tx.now,
        expires_at: about.expiresAt,
      },
    }
  })
  await insertInvitations(
    tx,
    about.estateId,
    rows.map(({ row }) => row),
  )
  await queueMessages(
    tx,
    rows.flatMap(({ row, person: { phone, customerId, language } }) =>
      phone === null ? [] : [invitationMessage(key, { id: row.id, customerId, phone, language }, about)],
    ),
  )
  return rows.length
}
