import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { positionNow } from '../../app/position.ts'
import type { Draft } from '../../store/draft.ts'
import { changeDraft } from '../../store/drafts.ts'
import { NoteField } from '../../ui/fields.tsx'
import { Banner } from '../../ui/parts.tsx'
import { tellProblem } from '../../ui/tell.tsx'

const PATIENCE_MS = 10_000

/** Where the phone is; where it cannot say, the person says why. */
export const PositionNeeded = ({ draft, tried }: { draft: Draft; tried: boolean }) => {
  const { t } = useTexts()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState(draft.positionMissing)
  if (draft.position)
    return (
      <Banner tone="good" icon="check">
        {t('onsite.position.known', { metres: Math.round(draft.position.accuracyM) })}
      </Banner>
    )
  const why = (words: string) => {
    setReason(words)
    changeDraft(draft.id, (kept) => Object.assign(kept, { positionMissing: words })).catch(tellProblem)
  }
  const ask = async () => {
    setAsking(true)
    const giveUp = () => {
      setReason((said) => said ?? '')
      setAsking(false)
    }
    // a question of the browser that nobody answers ends never
    const patience = setTimeout(giveUp, PATIENCE_MS)
    const position = await positionNow()
    clearTimeout(patience)
    if (!position) return giveUp()
    await changeDraft(draft.id, (kept) => Object.assign(kept, { position })).catch(tellProblem)
  }
  return (
    <>
      <Banner tone="waiting" action={{ label: t('onsite.position.ask'), onClick: () => void ask() }}>
        {t(
          asking ? 'onsite.position.asking' : reason === undefined ? 'onsite.position.needed' : 'onsite.position.none',
        )}
      </Banner>
      {reason === undefined ? null : (
        <NoteField
          label={t('onsite.position.why')}
          value={reason}
          rows={2}
          max={200}
          onChange={why}
          problem={tried && !reason.trim() ? t('issue.required') : undefined}
        />
      )}
    </>
  )
}
