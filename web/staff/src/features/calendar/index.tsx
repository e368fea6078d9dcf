import { Alert, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { getCalendarYear, removeCalendarDay, setCalendarDay } from '#contract/running.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useNotice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './calendar.module.css'
import { type Day, monthsOf, weekdays } from './months.ts'

const thisYear = new Date().getFullYear()
const Filters = z.object({ year: z.coerce.number().int().min(2000).max(2100).default(thisYear) })

const DayForm = ({ day, onDone }: { day: Day; onDone: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const [kind, setKind] = useState<'off' | 'work'>(day.word?.kind ?? (day.weekend ? 'work' : 'off'))
  const [name, setName] = useState(day.word?.level === 'estate' ? day.word.name : '')
  const set = useApiMutation(setCalendarDay, {
    touches: ['calendar', 'matters'],
    onError: notice.bad,
    onSuccess: onDone,
  })
  const remove = useApiMutation(removeCalendarDay, {
    touches: ['calendar', 'matters'],
    onError: notice.bad,
    onSuccess: onDone,
  })
  const params = { estateId, date: day.date }
  return (
    <form
      className={`w-card ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) set.mutate({ params, body: { kind, name: name.trim() } })
      }}
    >
      <strong className="w-figures">{day.date}</strong>
      <Segmented
        value={kind}
        onChange={(next) => setKind(next === 'work' ? 'work' : 'off')}
        options={[
          { value: 'off', label: t('calendar.off') },
          { value: 'work', label: t('calendar.work') },
        ]}
      />
      <Input
        value={name}
        onChange={(event) => setName(event.target.value)}
        placeholder={t('calendar.reason')}
        aria-label={t('calendar.reason')}
        maxLength={60}
        autoFocus
        required
      />
      <Button type="primary" htmlType="submit" loading={set.isPending}>
        {t('common.save')}
      </Button>
      {day.word?.level === 'estate' ? (
        <Button loading={remove.isPending} onClick={() => remove.mutate({ params, body: {} })}>
          {t('calendar.remove')}
        </Button>
      ) : null}
      <Button type="text" onClick={onDone}>
        {t('common.cancel')}
      </Button>
    </form>
  )
}

/** Days off and make-up working days of the estate; every clock in working days is reckoned on them. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const { filters, setFilters } = useUrlFilters(Filters)
  const [picked, setPicked] = useState<Day>()
  const query = useApiQuery(getCalendarYear, { params: { estateId, year: filters.year } }, { topics: ['calendar'] })
  return (
    <>
      <PageHeader
        title={t('nav.calendar')}
        hint={t('calendar.hint')}
        actions={
          <Segmented
            value={filters.year}
            onChange={(year) => setFilters({ year: Number(year) })}
            options={[thisYear - 1, thisYear, thisYear + 1].map((value) => ({ value, label: String(value) }))}
          />
        }
      />
      {picked ? <DayForm key={picked.date} day={picked} onDone={() => setPicked(undefined)} /> : null}
      <QueryView query={query}>
        {(year) => (
          <>
            {year.known ? null : (
              <Alert
                type="warning"
                showIcon
                className={styles.alert ?? ''}
                title={t('calendar.unknown', { year: year.year })}
              />
            )}
            <div className={styles.legend}>
              <StateTag tone="late">{t('calendar.off')}</StateTag>
              <StateTag tone="active">{t('calendar.work')}</StateTag>
              <StateTag tone="waiting">{t('calendar.own')}</StateTag>
            </div>
            <div className={styles.year}>
              {monthsOf(year.year, year.days).map((month) => (
                <section key={month.name} className={`w-card ${styles.month}`}>
                  <h2 className="w-figures">{month.name}</h2>
                  <div className={styles.days}>
                    {weekdays(lang).map((weekday) => (
                      <span key={weekday} className={styles.weekday} aria-hidden>
                        {weekday}
                      </span>
                    ))}
                    {month.blanks.map((blank) => (
                      <span key={blank} />
                    ))}
                    {month.days.map((day) => (
                      <button
                        key={day.date}
                        type="button"
                        className={`${styles.day} ${day.word ? styles[day.word.kind] : day.weekend ? styles.weekend : ''} ${day.word?.level === 'estate' ? styles.own : ''}`}
                        title={day.word ? `${day.date} ${t(`calendar.${day.word.kind}`)} ${day.word.name}` : day.date}
                        disabled={!can('calendar.edit')}
                        onClick={() => setPicked(day)}
                      >
                        {Number(day.date.slice(8))}
                        <span className="w-hidden">
                          {' '}
                          {day.date} {day.word ? `${t(`calendar.${day.word.kind}`)} ${day.word.name}` : ''}
                        </span>
                      </button>
                    ))}
                  </div>
                </section>
              ))}
            </div>
          </>
        )}
      </QueryView>
    </>
  )
}
