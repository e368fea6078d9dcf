import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { TakeMessage, takeMessage } from '#contract/calls.ts'
import { getMatter, type MatterAnswer, moveRoute, RegisterMatter, registerMatter } from '#contract/matters.ts'
import { RecordConsultation, recordConsultation } from '#contract/must-know.ts'
import type { RouteShape } from '#contract/route.ts'
import { type CallInput, call, isApiError, newKey } from '#ui/api.ts'
import { writeDraft } from '#ui/form/draft.ts'
import { type FormErrors, serverErrors } from '#ui/form/form-errors.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { invalidateTopics, queryKey } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { faultsOf } from './check-plan.ts'
import type { Conversation, Values } from './conversation.rules.ts'
import { useDesk } from './conversation-store.ts'
import { linkCallTo } from './link-call.ts'
import { NAMES, toPageFields } from './page-fields.ts'
import { planOf } from './registration.rules.ts'

type Registered = z.output<typeof MatterAnswer>
type Problem = FormErrors & { id: string; doubtful: boolean }

const SHOWN_AFTER_MS = 50

/** Conversations on their way to the server, whichever page is shown meanwhile. */
const onTheWay = new Set<string>()

/** Registers a conversation: checked here as the server checks it, sent once, its words kept until there is an answer. */
export const useRegister = (talk: Conversation) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const client = useQueryClient()
  const desk = useDesk()
  const notice = useNotice()
  const [busyId, setBusyId] = useState<string>()
  const [problem, setProblem] = useState<Problem>()

  // A field that was refused is not held against somebody who is mending it.
  const typed = talk.values
  const [before, setBefore] = useState(typed)
  useEffect(() => {
    if (before === typed) return
    setBefore(typed)
    setProblem((now) => {
      if (!now) return now
      const mended = Object.keys(typed).filter((name) => Reflect.get(typed, name) !== Reflect.get(before, name))
      const fields = Object.fromEntries(Object.entries(now.fields).filter(([name]) => !mended.includes(name)))
      return { ...now, fields, whole: undefined }
    })
  }, [typed, before])

  const refuse = (errors: FormErrors, doubtful = false) => {
    setProblem({ ...toPageFields(errors), id: talk.id, doubtful })
    // The first refused field, in the order of the page, once what was folded away has opened.
    setTimeout(() => {
      const field = document.querySelector<HTMLElement>('[data-invalid="true"]')
      field?.querySelector<HTMLElement>('input:not([type="file"]), textarea, button')?.focus()
      field?.scrollIntoView({ block: 'nearest' })
    }, SHOWN_AFTER_MS)
  }

  /** Sends under the key of this intent: the same words after no answer keep it, through reloads too. */
  const send = async <R extends RouteShape>(route: R, input: CallInput<R>) => {
    const said = JSON.stringify(input)
    const intent = talk.intent?.said === said ? talk.intent : { key: newKey(), said }
    desk.setIntent(talk.id, intent)
    return call(route, input, { idempotencyKey: intent.key })
  }

  const born = ({ matter, warnings }: Registered) => {
    client.setQueryData(queryKey(getMatter, { params: { estateId, id: matter.id } }), matter)
    desk.end(talk.id, { how: 'registered', matterId: matter.id, number: matter.number })
    notice.good(t(matter.contactType === 'emergency' ? 'desk.sent' : 'desk.registered', { number: matter.number }))
    notice.warn(warnings)
    void linkCallTo(estateId, talk.callId, matter.id).catch(notice.bad)
  }

  /** The answer to a question that had to become a matter first; if it fails it waits in the form of that move. */
  const answerTo = async ({ matter }: Registered, answer: string) => {
    const route = moveRoute('info', 'answerAtOnce')
    try {
      const answered = await call(route, {
        params: { estateId, id: matter.id },
        body: { version: matter.version, answer, satisfaction: 'notAsked' },
      })
      client.setQueryData(queryKey(getMatter, { params: { estateId, id: matter.id } }), answered.matter)
    } catch (error) {
      writeDraft(`move ${matter.id} answerAtOnce`, { answer })
      notice.bad(error)
    }
  }

  const passOn = async (body: z.output<typeof TakeMessage>) => {
    const { message, intake } = await send(takeMessage, { params: { estateId }, body })
    notice.good(t('desk.messageTaken', { name: message.for.name }))
    if (!intake) return desk.end(talk.id, { how: 'message', number: message.for.name })
    // CP-036: a message that is a complaint is registered as one, with what is known already.
    desk.setIntent(talk.id, undefined)
    desk.change({
      contactType: 'complaint',
      said: intake.customerSaid,
      name: intake.customerName,
      phone: intake.contactPhone,
    })
  }

  /** `last`: what is decided with the same key that sends. */
  const submit = async (last: Partial<Values> = {}) => {
    if (talk.outcome || onTheWay.has(talk.id)) return
    if (Object.keys(last).length > 0) desk.change(last)
    const whole = { ...talk, values: { ...talk.values, ...last } }
    const plan = planOf(whole)
    const faults = faultsOf(t, whole, plan)
    if (faults) return refuse(faults)
    onTheWay.add(talk.id)
    setBusyId(talk.id)
    setProblem(undefined)
    try {
      if (plan.kind === 'message') await passOn(TakeMessage.parse(plan.body))
      else if (plan.kind === 'consultation')
        born(await send(recordConsultation, { params: { estateId }, body: RecordConsultation.parse(plan.body) }))
      else {
        const answer = await send(registerMatter, { params: { estateId }, body: RegisterMatter.parse(plan.body) })
        born(answer)
        if (plan.answer) await answerTo(answer, plan.answer)
      }
    } catch (error) {
      const doubtful = isApiError(error) && error.code === 'E_NETWORK'
      if (!doubtful) desk.setIntent(talk.id, undefined)
      refuse(serverErrors(t, error instanceof Error ? error : new Error(String(error)), NAMES, plan.body), doubtful)
    } finally {
      onTheWay.delete(talk.id)
      setBusyId(undefined)
      void invalidateTopics(client, ['matters', 'queue', 'calls'])
    }
  }

  const own = problem?.id === talk.id ? problem : undefined
  return {
    submit,
    busy: busyId === talk.id,
    /** What is wrong with a field of the page. */
    errorOf: (name: string): string | undefined => own?.fields[name]?.[0],
    whole: own?.doubtful ? t('form.unknownOutcome') : own?.whole,
    count: own ? Object.keys(own.fields).length : 0,
  }
}
export type Registering = ReturnType<typeof useRegister>
