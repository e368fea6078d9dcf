import type { ReactNode } from 'react'
import type { ComplaintFilter } from '#contract/complaint-list.ts'
import { useTexts } from '../i18n.ts'
import { EstateLink } from '../links.tsx'
import type { Tone } from '../palette.ts'
import { useCan } from '../session.tsx'
import styles from './complaint.module.css'
import { searchOf } from './search-of.ts'

/** A figure that leads to the complaints it counts; nothing counted leads nowhere. */
export const FigureLink = ({
  count,
  opens,
  tone = 'neutral',
  children = count,
}: {
  count: number
  opens: ComplaintFilter | null
  tone?: Tone
  children?: ReactNode
}) => {
  const can = useCan()
  if (count === 0) return <span className="w-figures w-faint">{children}</span>
  const look = `w-figures ${styles.figure} ${styles[tone] ?? ''}`
  return opens && can('complaint.read_reports') ? (
    <EstateLink to="complaints" search={searchOf(opens)} className={look}>
      {children}
    </EstateLink>
  ) : (
    <span className={look}>{children}</span>
  )
}

/** More or fewer than in the period before, in a word; in a colour only where more of it is worse. */
export const Change = ({ count, before, bad = false }: { count: number; before: number; bad?: boolean }) => {
  const { t } = useTexts()
  const more = count - before
  if (more === 0) return <span className="w-figures w-faint">{t('complaintFigure.same')}</span>
  return (
    <span className={`w-figures ${bad ? (more > 0 ? styles.late : styles.good) : 'w-quiet'}`}>
      {more > 0 ? t('complaintFigure.more', { count: more }) : t('complaintFigure.fewer', { count: -more })}
    </span>
  )
}

export const Section = ({
  title,
  note,
  wide = false,
  children,
}: {
  title: string
  note?: ReactNode
  wide?: boolean
  children: ReactNode
}) => (
  <section className={`w-card ${styles.block} ${wide ? styles.wide : ''}`} aria-label={title}>
    <h2>{title}</h2>
    {children}
    {note ? <p className={`w-small w-quiet ${styles.note}`}>{note}</p> : null}
  </section>
)
