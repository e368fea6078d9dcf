import type { FieldPack, Round } from '#contract/field.ts'
import { newKey } from '#ui/api.ts'
import type { Field } from '../../app/field-context.ts'
import { nowInstant } from '../../app/phone-time.ts'
import { positionNow } from '../../app/position.ts'
import type { Draft } from '../../store/draft.ts'
import { addDraft, changeDraft, draftAt } from '../../store/drafts.ts'

type Place = FieldPack['places'][number]

const kindOf = (round: Round | null): Draft['kind'] => (round === null || round.kind === 'task' ? 'spot' : round.kind)

/** Opens the look at a place: the one that is under way there, or a new one. Gives its id; undefined without a checklist. */
export const beginLook = async (
  { who, pack }: Pick<Field, 'who' | 'pack'>,
  place: Place,
  round: Round | null,
  labelToken: string | null,
): Promise<string | undefined> => {
  const known = await draftAt(who.userId, place.id, round?.id ?? null)
  if (known) {
    if (labelToken !== null) await changeDraft(known.id, (draft) => Object.assign(draft, { labelToken }))
    return known.id
  }
  const checklist = pack.checklists.find(({ placeId }) => placeId === place.id)
  if (!checklist) return undefined
  const asked = round?.kind === 'task' ? undefined : round?.itemIds
  const items = checklist.itemIds
    .filter((id) => asked?.includes(id) ?? true)
    .flatMap((id) => pack.items.find((item) => item.id === id) ?? [])
  // a standard that changed meanwhile may have left nothing to ask here
  if (items.length === 0) return undefined
  const draft: Draft = {
    ...who,
    id: newKey(),
    placeId: place.id,
    roundId: round?.id ?? null,
    kind: kindOf(round),
    beganAt: nowInstant(),
    standardId: checklist.standardId,
    variantId: checklist.variantId,
    items,
    ...(round?.proofOnPass ? { proofOnPass: true } : {}),
    labelToken,
    position: null,
    answers: {},
    note: '',
  }
  await addDraft(draft)
  // recorded when the phone allows it; nobody waits for it
  void positionNow().then((position) => position && changeDraft(draft.id, (kept) => Object.assign(kept, { position })))
  return draft.id
}
