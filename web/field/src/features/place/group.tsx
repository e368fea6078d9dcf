import type { CheckItem } from '#contract/touchpoints.ts'
import { useTexts } from '#ui/i18n.ts'
import type { Draft } from '../../store/draft.ts'
import { changeDraft } from '../../store/drafts.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/parts.tsx'
import { tellProblem } from '../../ui/tell.tsx'
import { type Lack, restOf } from './answer.rules.ts'
import { Item } from './item.tsx'
import styles from './place.module.css'

/** The items about one thing: people, facilities, information; the rest of them passes with one tap. */
export const Group = ({
  aspect,
  items,
  draft,
  place,
  day,
  lacking,
}: {
  aspect: CheckItem['aspect']
  items: readonly CheckItem[]
  draft: Draft
  place: string
  /** The day of the estate, for certificates. */
  day: string
  /** What each item lacks, once sending was tried. */
  lacking: ReadonlyMap<string, Lack[]> | undefined
}) => {
  const { t } = useTexts()
  const rest = restOf(items, draft)
  const passRest = () =>
    changeDraft(draft.id, (kept) => {
      for (const { id } of rest) {
        const before = kept.answers[id]
        kept.answers[id] = { photoIds: [], voiceIds: [], ...before, answer: 'pass' }
      }
    }).catch(tellProblem)
  return (
    <Section title={`${t(`onsite.aspect.${aspect}`)} (${items.length})`}>
      <ul className={styles.items}>
        {items.map((item) => (
          <Item
            key={item.id}
            item={item}
            given={draft.answers[item.id]}
            draftId={draft.id}
            place={place}
            day={day}
            proofOnPass={draft.proofOnPass ?? false}
            lacks={lacking?.get(item.id) ?? []}
          />
        ))}
      </ul>
      {rest.length > 1 ? (
        <Button icon="check" onClick={() => void passRest()}>
          {t('onsite.place.restPasses', { count: rest.length, aspect: t(`onsite.aspect.${aspect}`) })}
        </Button>
      ) : null}
    </Section>
  )
}
