import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useState } from 'react'
import { nameIn } from '#content/usual-names.ts'
import { type LastDone as Line, listLastDone } from '#contract/inspection-rounds.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { LoadingState } from '#ui/states.tsx'
import { DueTime } from '#ui/time-window.tsx'
import styles from './card.module.css'

const SHOWN = 8

const Row = ({ of }: { of: Line }) => {
  const { t, lang } = useTexts()
  return (
    <li className={styles.matter}>
      <div className={styles.row}>
        <span className={styles.plain}>
          {of.place} · {of.task ? nameIn(lang, of.task) : t('lastDone.inspection')}
        </span>
        {of.missed30 > 0 ? <StateTag tone="late">{t('rounds.dayMissed', { count: of.missed30 })}</StateTag> : null}
      </div>
      <span>
        {of.lastAt ? (
          <>
            <Instant at={of.lastAt} show="both" /> {of.lastBy?.name}
          </>
        ) : (
          <span className="w-quiet">{t('lastDone.never')}</span>
        )}
      </span>
      {of.nextDueAt ? (
        <span className="w-small w-quiet">
          {t('lastDone.next')} <DueTime at={of.nextDueAt} />
        </span>
      ) : null}
    </li>
  )
}

/**
 * FD-810: "when was it last done?", answered without leaving the customer: of the caller's own building, or of what is
 * typed anywhere in the estate.
 */
const Answer = ({ buildingId }: { buildingId: string | undefined }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [words, setWords] = useState('')
  const q = useDebounced(words.trim(), 250)
  const about = q === '' ? (buildingId === undefined ? undefined : { buildingId }) : { q }
  const query = useApiQuery(listLastDone, about ? { params: { estateId }, query: { ...about, limit: SHOWN } } : null, {
    topics: ['inspection'],
  })
  return (
    <>
      <Input
        allowClear
        maxLength={60}
        value={words}
        aria-label={t('lastDone.search')}
        placeholder={t('lastDone.search')}
        onChange={(event) => setWords(event.target.value)}
      />
      {about ? (
        <QueryView query={query} loading={<LoadingState rows={2} />}>
          {({ rows, next }) => (
            <>
              {rows.length === 0 ? <p className="w-quiet">{t('lastDone.empty')}</p> : null}
              <ul className={styles.list}>
                {rows.map((row) => (
                  <Row key={`${row.placeId} ${row.task ?? ''}`} of={row} />
                ))}
              </ul>
              {next === null ? null : (
                <EstateLink to="last-done" search={q === '' ? {} : { q }}>
                  {t('lastDone.all')}
                </EstateLink>
              )}
            </>
          )}
        </QueryView>
      ) : (
        <p className="w-quiet w-small">{t('lastDone.cardHint')}</p>
      )}
    </>
  )
}

/** Folded until somebody asks; nothing is read before. */
export const LastDone = ({ buildingId }: { buildingId?: string | undefined }) => {
  const { t } = useTexts()
  const can = useCan()
  const [open, setOpen] = useState(false)
  if (!can('inspection.read') && !can('inspection.do')) return null
  return (
    <section className={`${styles.block} ${styles.folding}`} aria-label={t('lastDone.card')}>
      <button type="button" className={styles.foldHead} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />} {t('lastDone.card')}
      </button>
      {open ? <Answer buildingId={buildingId} /> : null}
    </section>
  )
}
