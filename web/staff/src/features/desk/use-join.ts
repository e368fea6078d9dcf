import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { KINDS } from '#contract/kinds/kinds.ts'
import { getMatter, type MatterLine, moveRoute } from '#contract/matters.ts'
import { call, isApiError } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { makeIntent } from '#ui/intent.ts'
import { useNotice } from '#ui/notice.tsx'
import { invalidateTopics, queryKey } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import type { Conversation } from './conversation.rules.ts'
import { useDesk } from './conversation-store.ts'
import { linkCallTo } from './link-call.ts'
import { joinWay } from './registration.rules.ts'

/** Joining an open matter instead of registering it twice: a note there, or (for another complainant) a tie to it. */
export const useJoin = (talk: Conversation) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const client = useQueryClient()
  const desk = useDesk()
  const notice = useNotice()
  const [busy, setBusy] = useState(false)
  const [intent] = useState(makeIntent)
  const { values } = talk
  const said = values.said.trim()

  const noteThere = async (row: MatterLine) => {
    const who = [talk.customer?.name ?? values.name.trim(), talk.unit?.display, values.phone.trim()]
      .filter(Boolean)
      .join(' ')
    const text = t('desk.joinNote', { channel: t(`channel.${values.channel}`), who: who || t('desk.unnamed'), said })
    setBusy(true)
    try {
      const answer = await call(
        moveRoute(row.kind, 'note'),
        { params: { estateId, id: row.id }, body: { version: row.version, text, forCustomer: false } },
        { idempotencyKey: intent.keyFor([row.id, text]) },
      )
      intent.settled()
      client.setQueryData(queryKey(getMatter, { params: { estateId, id: row.id } }), answer.matter)
      desk.end(talk.id, { how: 'joined', matterId: row.id, number: row.number })
      notice.good(t('desk.joined', { number: row.number }))
      void linkCallTo(estateId, talk.callId, row.id).catch(notice.bad)
    } catch (error) {
      // Without an answer the same note is sent again under its key; after a refusal (somebody else moved it on) anew.
      if (!isApiError(error) || error.code !== 'E_NETWORK') intent.settled()
      notice.bad(error)
    } finally {
      setBusy(false)
      void invalidateTopics(client, ['matters', KINDS[row.kind].plural])
    }
  }

  return {
    busy,
    wayOf: (row: MatterLine) => joinWay(row, talk),
    join: (row: MatterLine) => {
      if (busy || talk.outcome) return
      if (joinWay(row, talk) === 'link') {
        desk.change({ link: { id: row.id, number: row.number } })
        notice.good(t('desk.linked', { number: row.number }))
      } else if (!said) notice.bad(t('desk.sayFirst'))
      else void noteThere(row)
    },
  }
}
