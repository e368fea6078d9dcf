import type { MatterLine } from '#contract/matters.ts'
import { useTexts } from '../i18n.ts'
import { StateTag } from '../state-tag.tsx'
import { type ShownFlag, shownFlags } from './flags.rules.ts'
import styles from './matter.module.css'
import { toneOfState } from './matter-tone.ts'
import { wordFor } from './words.ts'

export const MatterState = ({ matter }: { matter: Pick<MatterLine, 'kind' | 'state' | 'open'> }) => {
  const { t } = useTexts()
  return (
    <StateTag tone={toneOfState(matter.state, matter.open)}>
      {wordFor(t, `state.${matter.kind}.${matter.state}`, matter.state)}
    </StateTag>
  )
}

/** All flags, or in a row of a table the weightiest with the number of the others, which are named on it. */
export const MatterFlags = ({
  matter,
  short = false,
}: {
  matter: Pick<MatterLine, 'flags' | 'urgent' | 'open'>
  short?: boolean
}) => {
  const { t } = useTexts()
  const word = (flag: ShownFlag['flag']) => (flag === 'urgent' ? t('matter.urgent') : t(`flag.${flag}`))
  const flags = shownFlags(matter)
  const rest = short ? flags.slice(1).map(({ flag }) => word(flag)) : []
  const names = rest.join(t('order.and'))
  return (
    <>
      {(short ? flags.slice(0, 1) : flags).map(({ flag, loud }) => (
        <StateTag key={flag} tone={loud ? 'late' : 'neutral'}>
          {word(flag)}
        </StateTag>
      ))}
      {rest.length > 0 ? (
        <span className={styles.more} title={names}>
          <StateTag>
            <span aria-hidden="true">+{rest.length}</span>
            <span className="w-hidden">{names}</span>
          </StateTag>
        </span>
      ) : null}
    </>
  )
}
