import { RegisterMatter } from '#contract/matters.ts'
import type { RecordConsultation } from '#contract/must-know.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { type Matter, moveMatter, registerMatter, touchMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import type { Tx } from '#platform/db/tx.ts'

type Recorded = { matter: Matter; warnings: Exclude<Awaited<ReturnType<typeof registerMatter>>, Refusal>['warnings'] }

/**
 * FD-025, FD-705: a question and its answer in one act. Without an answer it becomes an open item flagged unknownAnswer,
 * with the promise of when the customer hears of it; nobody is told to ask somebody else.
 */
export const recordConsultation = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: RecordConsultation,
): Promise<Recorded | Refusal> => {
  const { question, answer, source, promisedAt, ...who } = input
  if (promisedAt && toInstant(promisedAt) <= tx.now)
    return refuse('E_TIME_PAST', { field: 'body.promisedAt', details: { now: tx.now } })
  // FD-414: what cannot be answered now must be answerable later
  if (!answer && (input.anonymous || !input.contactable)) return refuse('E_INPUT', { field: 'body.contactable' })
  const done = await registerMatter(
    tx,
    actor,
    estateId,
    RegisterMatter.parse({ ...who, contactType: 'enquiry', customerSaid: question }),
  )
  if (isRefusal(done)) return done
  const { matter } = done
  const details = {
    ...(typeof matter.details === 'object' ? matter.details : {}),
    consultation: { source: source ?? null, answered: answer !== undefined },
  }
  await touchMatter(tx, matter, {
    details: JSON.stringify(details),
    ...(answer ? {} : { flags: [...matter.flags, 'unknownAnswer'] }),
  })
  const request = { estateId, id: matter.id, kind: matter.kind }
  // whoever may sit at the desk may write down what they have just answered, also those who close nothing else
  const moved = answer
    ? await moveMatter(tx, actor, {
        ...request,
        verb: 'answerAtOnce',
        input: { answer, satisfaction: 'notAsked' },
        bySystem: true,
      })
    : promisedAt
      ? await moveMatter(tx, actor, {
          ...request,
          verb: 'promise',
          input: { text: question.slice(0, 500), dueAt: promisedAt },
        })
      : matter
  return isRefusal(moved) ? moved : { matter: moved, warnings: done.warnings }
}
