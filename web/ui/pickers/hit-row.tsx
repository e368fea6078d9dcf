import { CarOutlined, FileTextOutlined, HomeOutlined, ToolOutlined, UserOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { OmniboxHit } from '#contract/omnibox.ts'
import { type T, useTexts } from '../i18n.ts'
import { StateTag } from '../state-tag.tsx'
import { highlight } from './highlight.ts'
import styles from './search-box.module.css'

const ICON: Record<OmniboxHit['kind'], ReactNode> = {
  unit: <HomeOutlined aria-hidden />,
  customer: <UserOutlined aria-hidden />,
  vehicle: <CarOutlined aria-hidden />,
  matter: <FileTextOutlined aria-hidden />,
  order: <ToolOutlined aria-hidden />,
}

/** A text with what was typed in it made bold. */
const Marked = ({ text, query }: { text: string; query: string }) =>
  highlight(text, query).map(({ text: piece, hit, at }) =>
    hit ? (
      <mark key={at} className={styles.mark}>
        {piece}
      </mark>
    ) : (
      <span key={at}>{piece}</span>
    ),
  )

/** The name by which a hit is called once it has been picked. */
export const hitName = (hit: OmniboxHit): string => {
  if (hit.kind === 'unit') return hit.display
  if (hit.kind === 'customer') return hit.name
  return hit.kind === 'vehicle' ? hit.plate : hit.label
}

const SHOWN_PEOPLE = 3
const SHOWN_UNITS = 2

/** What tells two hits of the same name apart: who lives there, where somebody lives. */
const detailsOf = (t: T, hit: OmniboxHit): string => {
  if (hit.kind === 'unit') {
    const people = hit.residents.slice(0, SHOWN_PEOPLE).map((one) => `${one.name} ${t(`residence.${one.role}`)}`)
    const more = hit.residents.length - people.length
    return [...people, ...(more > 0 ? [t('omnibox.morePeople', { count: more })] : [])].join(' · ')
  }
  if (hit.kind === 'customer') {
    const units = hit.units
      .slice(0, SHOWN_UNITS)
      .map((one) => `${one.display} ${one.current ? t(`residence.${one.role}`) : t('omnibox.former')}`)
    return [...units, ...(hit.phone ? [hit.phone] : [])].join(' · ')
  }
  if (hit.kind === 'vehicle') return [hit.customer?.name, hit.unit?.display, hit.phone].filter(Boolean).join(' · ')
  return ''
}

export const HitRow = ({ hit, query }: { hit: OmniboxHit; query: string }) => {
  const { t } = useTexts()
  return (
    <>
      <span className={styles.icon}>{ICON[hit.kind]}</span>
      <span className={styles.words}>
        <span className={styles.name}>
          <span>
            <Marked text={hitName(hit)} query={query} />
          </span>
          {hit.kind === 'customer' && hit.important ? (
            <StateTag tone="active">{t('omnibox.important')}</StateTag>
          ) : null}
          {hit.kind === 'customer' && hit.noCallback ? (
            <StateTag tone="late">{t('flag.noCallbackWish')}</StateTag>
          ) : null}
        </span>
        <span className={styles.details}>
          <Marked text={detailsOf(t, hit)} query={query} />
        </span>
      </span>
    </>
  )
}
