import type { Round } from '#contract/field.ts'
import { useField } from '../app/field-context.ts'
import { nowInstant } from '../app/phone-time.ts'
import { addAct } from '../store/acts.ts'
import { tellProblem } from '../ui/tell.tsx'
import { roundState, roundSubject } from './round.rules.ts'

/** What is done to a round as a whole; each is an act in the queue. */
export const useRoundActs = (round: Round | undefined) => {
  const { who, acts, wake } = useField()
  /** A round begins with its first place, once. */
  const begin = async () => {
    if (!round || roundState(round, acts) !== 'planned') return
    const deed = { type: 'startRound', roundId: round.id, body: { at: nowInstant() } } as const
    try {
      await addAct(who, roundSubject(round.id), round.name, deed)
      wake()
    } catch (problem) {
      tellProblem(problem)
    }
  }
  return { begin }
}
