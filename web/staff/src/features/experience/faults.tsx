import { Button } from 'antd'
import { useState } from 'react'
import type { Fault } from '#contract/experience.ts'
import { useTexts } from '#ui/i18n.ts'
import { SeverityTag } from '#ui/inspection/severity.tsx'
import { SurveyedClass } from '#ui/inspection/surveyed-class.tsx'
import { EstateLink } from '#ui/links.tsx'
import styles from './experience.module.css'

const SHOWN = 6
const NAMED = 3

/** Where the places of a fault are told: its finding, else the look. */
const Place = ({ at }: { at: Fault['places'][number] }) => {
  const { t } = useTexts()
  const to = at.finding ? `matters/${at.finding.id}` : at.lookId ? `scored-looks/${at.lookId}` : null
  return (
    <span>
      {at.place.name}{' '}
      {to === null ? null : <EstateLink to={to}>{at.finding?.number ?? t('experience.look')}</EstateLink>}{' '}
      <span className="w-figures">{t('experience.since', { on: at.on })}</span>
    </span>
  )
}

const Line = ({ fault, month }: { fault: Fault; month: string }) => {
  const { t, lang } = useTexts()
  const { itemId, touchpoint } = fault
  // what is only carried over from before has no look in the month
  const looked = fault.places.some((p) => p.lookId !== null)
  return (
    <li className={styles.fault}>
      <span className={styles.words}>
        <SeverityTag severity={fault.severity} />
        {looked ? (
          <EstateLink to="scored-looks" search={{ month, itemId }}>
            {fault.statement[lang]}
          </EstateLink>
        ) : (
          <EstateLink to="findings" search={{ itemId }}>
            {fault.statement[lang]}
          </EstateLink>
        )}
        <SurveyedClass of={fault.surveyed} own={fault.kano} />
      </span>
      <span className={`w-small w-quiet ${styles.places}`}>
        <span>
          {t(`touchpoint.${touchpoint}`)} · {t('experience.places', { count: fault.count })}
        </span>
        {fault.places.slice(0, NAMED).map((at) => (
          <Place key={at.place.id} at={at} />
        ))}
      </span>
    </li>
  )
}

/** Items that are not right, the gravest first; the first few, then all. */
export const Faults = ({
  title,
  faults,
  month,
  nothing,
}: {
  title: string
  faults: readonly Fault[]
  month: string
  nothing: string
}) => {
  const { t } = useTexts()
  const [all, setAll] = useState(false)
  const shown = all ? faults : faults.slice(0, SHOWN)
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      {faults.length === 0 ? <p className="w-quiet">{nothing}</p> : null}
      <ul className={styles.list} aria-label={title}>
        {shown.map((fault) => (
          <Line key={fault.itemId} fault={fault} month={month} />
        ))}
      </ul>
      {faults.length > SHOWN ? (
        <Button size="small" type="text" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('experience.fewer') : t('experience.all', { count: faults.length })}
        </Button>
      ) : null}
    </>
  )
}
