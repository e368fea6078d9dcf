import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { NoteField } from '../ui/fields.tsx'
import { Banner } from '../ui/parts.tsx'
import type { Located } from './position.rules.ts'
import { positionNow } from './position.ts'

const PATIENCE_MS = 10_000

/** Where the phone is; where it cannot say, the person says why. */
export const PositionNeeded = ({
  located: { position, positionMissing },
  tried,
  onChange,
}: {
  located: Located
  tried: boolean
  onChange: (part: Partial<Located>) => void
}) => {
  const { t } = useTexts()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState(positionMissing)
  if (position)
    return (
      <Banner tone="good" icon="check">
        {t('onsite.position.known', { metres: Math.round(position.accuracyM) })}
      </Banner>
    )
  const why = (words: string) => {
    setReason(words)
    onChange({ positionMissing: words })
  }
  const ask = async () => {
    setAsking(true)
    const giveUp = () => {
      setReason((said) => said ?? '')
      setAsking(false)
    }
    // a question of the browser that nobody answers ends never
    const patience = setTimeout(giveUp, PATIENCE_MS)
    const found = await positionNow()
    clearTimeout(patience)
    if (!found) return giveUp()
    onChange({ position: found })
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
