import type { Experience, Highlight, HighlightStanding } from '#contract/experience.ts'
import { useTexts } from '#ui/i18n.ts'
import { SurveyedClass } from '#ui/inspection/surveyed-class.tsx'
import { EstateLink } from '#ui/links.tsx'
import type { Tone } from '#ui/palette.ts'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './experience.module.css'
import { Part } from './part.tsx'

// what is absent is no fault and has no colour of one
const TONE: Record<HighlightStanding, Tone> = { shines: 'good', absent: 'neutral', unseen: 'ended' }

const Line = ({ of, month }: { of: Highlight; month: string }) => {
  const { t, lang } = useTexts()
  const { itemId, touchpoint } = of
  const conditions = of.conditions.map((c) => t(`condition.${c}`)).join(lang === 'zh' ? '、' : ', ')
  return (
    <li className={styles.fault}>
      <span className={styles.words}>
        <StateTag tone={TONE[of.standing]}>{t(`experience.highlight.${of.standing}`)}</StateTag>
        <span>{of.statement[lang]}</span>
        <SurveyedClass of={of.surveyed} own="attractive" />
      </span>
      <span className={`w-small w-quiet ${styles.places}`}>
        <span>{t(`touchpoint.${touchpoint}`)}</span>
        {of.looked > 0 ? (
          <EstateLink to="scored-looks" search={{ month, touchpoint }}>
            {t('experience.highlightAt', { present: of.present, looked: of.looked })}
          </EstateLink>
        ) : null}
        {conditions ? <span>{conditions}</span> : null}
        <span className="w-figures">{itemId}</span>
      </span>
    </li>
  )
}

/** What delights: there or not. Its absence costs nothing. */
export const Attractive = ({ of: { attractive, month } }: { of: Experience }) => {
  const { t } = useTexts()
  const shining = attractive.highlights.filter((h) => h.standing === 'shines').length
  return (
    <Part
      name="attractive"
      standing={
        attractive.items.seen === 0
          ? { tone: 'neutral', word: t('experience.level.unseen') }
          : { tone: shining > 0 ? 'good' : 'neutral', word: t('experience.shining', { count: shining }) }
      }
      value={attractive.items.seen === 0 ? '—' : `${shining} / ${attractive.highlights.length}`}
      rate={attractive.rate}
      before={attractive.before}
      items={attractive.items}
      note={t('experience.bonus', { bonus: attractive.bonus })}
    >
      <h3 className={styles.title}>{t('experience.highlights')}</h3>
      {attractive.highlights.length === 0 ? <p className="w-quiet">{t('experience.noHighlights')}</p> : null}
      <ul className={styles.list} aria-label={t('experience.highlights')}>
        {attractive.highlights.map((h) => (
          <Line key={h.itemId} of={h} month={month} />
        ))}
      </ul>
    </Part>
  )
}
