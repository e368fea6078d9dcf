import { Fragment } from 'react'
import type { Mean, Share } from '#contract/survey-results.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './survey.module.css'

export const two = (value: number) => value.toFixed(2)

type Ends = { low: number | null; high: number | null }
/** From where to where; one answer alone says nothing of that. */
export const Range = ({ of: { low, high } }: { of: Ends }) => {
  const { t } = useTexts()
  return (
    <span className="w-small w-quiet">
      {low === null || high === null ? t('survey.noInterval') : `${two(low)} – ${two(high)}`}
    </span>
  )
}

/** A figure with its 95 % interval under it. */
export const Interval = ({ value, of }: { value: number | undefined; of: Ends | null }) =>
  value === undefined || of === null ? (
    '—'
  ) : (
    <>
      {two(value)}
      <br />
      <Range of={of} />
    </>
  )

type Figured = { better: Share | null; worse: Share | null; satisfaction: Mean | null }

/** The three figures of a finding, each with its name and its 95 % interval in a row. */
export const FigureList = ({ of }: { of: Figured }) => {
  const { t } = useTexts()
  const figures = [
    ['survey.better', of.better?.share, of.better],
    ['survey.worse', of.worse?.share, of.worse],
    ['survey.satisfactionShort', of.satisfaction?.mean, of.satisfaction],
  ] as const
  return (
    <div className={`w-small w-figures ${styles.figures}`}>
      {figures.map(([key, value, interval]) =>
        interval && value !== undefined ? (
          <Fragment key={key}>
            <span className="w-quiet">{t(key)}</span>
            <span className={styles.figure}>{two(value)}</span>
            <Range of={interval} />
          </Fragment>
        ) : null,
      )}
    </div>
  )
}
