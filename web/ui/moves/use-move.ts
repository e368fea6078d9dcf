import { useState } from 'react'
import type { KindShape } from '#contract/kind.ts'
import type { RouteShape } from '#contract/route.ts'
import { isApiError } from '../api-error.ts'
import { useTexts } from '../i18n.ts'
import { wordFor } from '../matter/words.ts'
import { useNotice } from '../notice.tsx'
import { useApiMutation } from '../query.ts'
import { useEstate } from '../session.tsx'

/** What is moved: a matter, an order; anything with a number and a version. */
export type MoveSubject = { id: string; number: string; version: number }
export type Move = {
  shape: KindShape
  verb: string
  /** The route of this verb: `:estateId/…/:id`, body with `version`. */
  route: RouteShape
  subject: MoveSubject
  /** Topics that are old once it is done. */
  touches: readonly string[]
}

export const moveLabel = (t: ReturnType<typeof useTexts>['t'], verb: string): string => wordFor(t, `verb.${verb}`, verb)

/** A verb that needs no word from anybody can be done at once. */
export const asksNothing = (shape: KindShape, verb: string): boolean =>
  Object.keys(shape.verbs[verb]?.needs.shape ?? { x: 1 }).length === 0

/** Sends a verb and says that it is done; warnings that come along are shown. Rejects with the `ApiError`. */
export const useMove = ({ verb, route, subject, touches }: Move) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const mutation = useApiMutation(route, { touches })
  const [busy, setBusy] = useState(false)
  const send = async (input: object = {}): Promise<unknown> => {
    setBusy(true)
    try {
      const answer: unknown = await mutation.mutateAsync({
        params: { estateId, id: subject.id },
        body: { version: subject.version, ...input },
      } as never)
      notice.good(t('matter.moved', { verb: moveLabel(t, verb), number: subject.number }))
      if (typeof answer === 'object' && answer !== null && 'warnings' in answer && Array.isArray(answer.warnings))
        notice.warn(answer.warnings)
      return answer
    } finally {
      setBusy(false)
    }
  }
  /** For a button: a refusal is told as a notice. Whether it was done. */
  const sendNow = async (input?: object): Promise<boolean> => {
    try {
      await send(input)
      return true
    } catch (error) {
      if (!isApiError(error)) throw error
      notice.bad(error)
      return false
    }
  }
  return { send, sendNow, busy }
}
