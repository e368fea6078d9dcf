import { startsOf, type VerbShape } from '#contract/kind.ts'
import { complaint } from '#contract/kinds/complaint.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { claimFiles, type Matter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { agreementWrites } from './agreement.writes.ts'
import { markMonth } from './case.store.ts'
import { closingWrites } from './closing.writes.ts'
import { complaintMoves } from './complaint.moves.ts'
import type { ComplaintMoves, Writes } from './move-parts.rules.ts'
import { onlineWrites } from './online.writes.ts'
import { recordWrites } from './record.writes.ts'
import { routingWrites } from './routing.writes.ts'

const writes: Partial<Writes> = {
  ...routingWrites,
  ...agreementWrites,
  ...closingWrites,
  ...recordWrites,
  ...onlineWrites,
}

type Also = (
  tx: Tx,
  args: { after: Matter; actor: Actor; input: { files?: readonly Uuid[] } },
) => Promise<Refusal | undefined>
/** CP-021: pictures that a move asks for become those of the complaint. */
const claimsFiles: Also = (tx, { after, actor, input }) =>
  claimFiles(tx, after, { by: actor.id, fileIds: input.files ?? [], field: 'body.files' })
/** CP-123: states in which a complaint counts in no month. */
const UNCOUNTED = ['NOT_COMPLAINT', 'MERGED']
const turnsCount = (verb: VerbShape): boolean =>
  verb.to !== 'same' &&
  startsOf(complaint, verb).some((from) => UNCOUNTED.includes(from) !== UNCOUNTED.includes(verb.to))

/** The arrows with what each writes beside its matter; those that take a complaint out of its month's count say so. */
export const movesWithWrites: ComplaintMoves = Object.fromEntries(
  Object.entries(complaintMoves).map(([verb, move]) => {
    const shape: VerbShape = complaint.verbs[verb as keyof Writes]
    const own = writes[verb as keyof Writes] as Also | undefined
    const files = 'files' in shape.needs.shape
    const marks = turnsCount(shape)
    if (!files && !marks) return [verb, own ? { ...move, also: own } : move]
    const also: Also = async (tx, args) => {
      if (marks) await markMonth(tx, args.after)
      return (files && (await claimsFiles(tx, args))) || own?.(tx, args)
    }
    return [verb, { ...move, also }]
  }),
  // each list of writes is held to its verbs by its own type; joining them forgets which is whose
) as ComplaintMoves
