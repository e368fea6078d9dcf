import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Fragment, useState } from 'react'
import type { CaseGroup } from '#contract/complaint-analysis.ts'
import type { Standing } from '#contract/rules/line-standing.ts'
import { useTexts } from '../i18n.ts'
import { EmptyState } from '../states.tsx'
import styles from './complaint.module.css'
import { Change, FigureLink } from './figure.tsx'
import { StandingTag } from './standing.tsx'
import { percentText } from './words.ts'

export type BreakdownLine = CaseGroup & {
  key: string
  name: string
  /** CP-132: what is to be said of it beside its numbers. */
  standings?: readonly Standing[]
  subs?: readonly BreakdownLine[]
}

const Cells = ({ line, most }: { line: BreakdownLine; most: number }) => {
  const { opens } = line
  const part = (count: number, filter: object, tone: 'late' | 'neutral') => (
    <FigureLink count={count} opens={opens && { ...opens, ...filter }} tone={tone} />
  )
  return (
    <>
      <td className={`${styles.barCell} ${styles.spare}`}>
        <span className={styles.bar} style={{ inlineSize: `${most === 0 ? 0 : (line.count / most) * 100}%` }} />
      </td>
      <td>
        <FigureLink count={line.count} opens={opens} />
      </td>
      <td className={styles.spare}>{percentText(line.share)}</td>
      <td className={styles.words}>
        <Change {...line} bad />
      </td>
      <td className={styles.spare}>{part(line.open, { open: 'true' }, 'neutral')}</td>
      <td>{part(line.late, { late: 'true' }, 'late')}</td>
      <td>{part(line.notSatisfied, { satisfaction: 'notSatisfied' }, 'late')}</td>
    </>
  )
}

const Name = ({ line }: { line: BreakdownLine }) => {
  const { t } = useTexts()
  return (
    <>
      {line.name}
      {line.standings?.map((standing) => (
        <Fragment key={standing}>
          {' '}
          <StandingTag standing={standing} />
        </Fragment>
      ))}
      {line.unclassified > 0 && line.opens?.classified === undefined ? (
        <span className="w-small w-faint"> {t('complaintFigure.guessed', { count: line.unclassified })}</span>
      ) : null}
    </>
  )
}

/** Complaints by one of their facts, largest first; each number opens the list that it counts, those that went late stand out. */
export const Breakdown = ({
  title,
  first,
  lines,
}: {
  title: string
  /** Heading of the column of names. */
  first: string
  lines: readonly BreakdownLine[]
}) => {
  const { t } = useTexts()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  if (lines.length === 0) return <EmptyState compact title={t('complaintFigure.none')} />
  const most = Math.max(...lines.map(({ count }) => count))
  const toggle = (key: string) => {
    const next = new Set(open)
    if (!next.delete(key)) next.add(key)
    setOpen(next)
  }
  return (
    <table className={styles.table}>
      <caption className="w-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <td className={`${styles.barCell} ${styles.spare}`} />
          <th scope="col">{t('complaintFigure.count')}</th>
          <th scope="col" className={styles.spare}>
            {t('complaintFigure.share')}
          </th>
          <th scope="col">{t('complaintFigure.change')}</th>
          <th scope="col" className={styles.spare}>
            {t('complaintColumn.open')}
          </th>
          <th scope="col">{t('complaintFigure.late')}</th>
          <th scope="col">{t('choice.notSatisfied')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const subs = line.subs ?? []
          const unfolded = open.has(line.key)
          return (
            <Fragment key={line.key}>
              <tr>
                <th scope="row">
                  {subs.length > 0 ? (
                    <button
                      type="button"
                      className={styles.fold}
                      aria-expanded={unfolded}
                      onClick={() => toggle(line.key)}
                    >
                      {unfolded ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />} <Name line={line} />
                    </button>
                  ) : (
                    <Name line={line} />
                  )}
                </th>
                <Cells line={line} most={most} />
              </tr>
              {unfolded
                ? subs.map((sub) => (
                    <tr key={sub.key} className={styles.sub}>
                      <th scope="row">
                        <Name line={sub} />
                      </th>
                      <Cells line={sub} most={most} />
                    </tr>
                  ))
                : null}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}
