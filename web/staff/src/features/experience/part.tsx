import type { ReactNode } from 'react'
import { useTexts } from '#ui/i18n.ts'
import type { Tone } from '#ui/palette.ts'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './experience.module.css'

/** How satisfaction goes with how much of it there is: below the axis, along it, above it (section 1). */
const CURVES = {
  mustBe: 'M4 36 C 14 21, 26 18, 44 17',
  oneDimensional: 'M4 34 L44 2',
  attractive: 'M4 19 C 22 18, 34 15, 44 0',
} as const
type PartName = keyof typeof CURVES

const Curve = ({ of }: { of: PartName }) => (
  <svg className={styles.curve} viewBox="0 0 48 36" aria-hidden="true">
    <path d="M0 18H48M24 0V36" className={styles.axis} />
    <path d={CURVES[of]} className={styles.line} />
  </svg>
)

export const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '—' : `${(share * 100).toFixed(1)}%`

type GaugeProps = { share: number | null; before: number | null; mark?: number; tone: Tone; label: string }
/** A share as a bar: the thin line is the month before, the thick one the mark to reach. */
export const Gauge = ({ share, before, mark, tone, label }: GaugeProps) => (
  <div className={styles.gauge} role="img" aria-label={label}>
    <span className={`${styles.fill} ${styles[tone] ?? ''}`} style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
    {before === null ? null : <span className={styles.before} style={{ insetInlineStart: `${before * 100}%` }} />}
    {mark === undefined ? null : <span className={styles.mark} style={{ insetInlineStart: `${mark * 100}%` }} />}
  </div>
)

type PartProps = {
  name: PartName
  standing: { tone: Tone; word: string }
  value: ReactNode
  rate: { answered: number; passed: number; rate: number } | null
  before: number | null
  mark?: number
  items: { all: number; seen: number }
  note?: ReactNode
  children: ReactNode
}
/** One part of the formula: its verdict, its figure against the month before, and what stands behind it. */
export const Part = ({ name, standing, value, rate, before, mark, items, note, children }: PartProps) => {
  const { t } = useTexts()
  const share = rate?.rate ?? null
  const previous = before === null ? t('experience.noPrevious') : t('experience.previous', { value: percent(before) })
  const reckoned =
    rate === null
      ? t('experience.noShare')
      : t('experience.share', { passed: rate.passed, answered: rate.answered, rate: (rate.rate * 100).toFixed(1) })
  return (
    <section className={`w-card ${styles.part}`} aria-label={t(`experience.${name}`)}>
      <header className={styles.head}>
        <Curve of={name} />
        <h2>{t(`experience.${name}`)}</h2>
        <StateTag tone={standing.tone}>{standing.word}</StateTag>
      </header>
      <div className={styles.value}>
        <strong className="w-figures">{value}</strong>
        <span className="w-small w-quiet w-figures">{previous}</span>
      </div>
      <Gauge
        share={share}
        before={before}
        {...(mark === undefined ? {} : { mark })}
        tone={standing.tone}
        label={`${t(`experience.${name}`)} ${percent(share)} · ${previous}`}
      />
      <p className="w-small w-quiet w-figures">
        {reckoned} · {t('experience.items', items)}
      </p>
      {note ? <p className={`w-small ${styles.note}`}>{note}</p> : null}
      {children}
    </section>
  )
}
