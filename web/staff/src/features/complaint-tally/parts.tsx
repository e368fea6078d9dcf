import { TALLY_SECTIONS, type TallyCounts, type TallySection } from '#contract/complaint-tally.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './tally.module.css'

/** What should be nought at the end of a day. */
const WORRY: readonly TallySection[] = ['notAccepted', 'due', 'onSite']

/** The figures of the parts; each opens its list. */
export const Parts = ({
  counts,
  section,
  onChoose,
}: {
  counts: TallyCounts['sections']
  section: TallySection
  onChoose: (section: TallySection) => void
}) => {
  const { t } = useTexts()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of switches, not a part of a form
    <div className={styles.parts} role="group" aria-label={t('tally.parts')}>
      {TALLY_SECTIONS.map((key) => (
        <button
          key={key}
          type="button"
          className={`${styles.part} ${counts[key] > 0 && WORRY.includes(key) ? styles.worry : ''}`}
          aria-pressed={key === section}
          onClick={() => onChoose(key)}
        >
          <span className={`w-figures ${styles.figure}`}>{counts[key]}</span>
          <span>{t(`complaintTallySection.${key}`)}</span>
        </button>
      ))}
    </div>
  )
}
