import { type AttractiveYear, getAttractiveYear } from '#contract/experience.ts'
import { useTexts } from '#ui/i18n.ts'
import { Scroll } from '#ui/inspection/scroll.tsx'
import { EstateLink } from '#ui/links.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import styles from './experience.module.css'

type Item = AttractiveYear['items'][number]

/** What is not there is quiet: it is no fault. */
const Cell = ({ item, month, at }: { item: Item; month: string; at: number }) => {
  const { t } = useTexts()
  const [planned, delivered] = [item.planned[at] ?? 0, item.delivered[at] ?? 0]
  if (planned === 0 && delivered === 0) return <span className="w-faint">—</span>
  const counted = t('experience.ofPlan', { delivered, planned })
  return delivered === 0 ? (
    <span className="w-quiet">{counted}</span>
  ) : (
    <EstateLink to="scored-looks" search={{ month, touchpoint: item.touchpoint }}>
      {counted}
    </EstateLink>
  )
}

const Row = ({ item, months }: { item: Item; months: AttractiveYear['months'] }) => {
  const { t, lang } = useTexts()
  const conditions = item.conditions.map((c) => t(`condition.${c}`)).join(lang === 'zh' ? '、' : ', ')
  return (
    <tr>
      <th scope="row">
        {item.statement[lang]}
        <span className={`w-small w-quiet ${styles.places}`}>
          <span>{t(`touchpoint.${item.touchpoint}`)}</span>
          <span>{conditions || t(`frequency.${item.frequency ?? 'none'}`)}</span>
          <span className="w-figures">{item.itemId}</span>
        </span>
      </th>
      {months.map((month, at) => (
        <td key={month} className="w-figures">
          <Cell item={item} month={month} at={at} />
        </td>
      ))}
    </tr>
  )
}

/** quality-model.md 8.3: the attractive items that have their time, as a calendar: what was planned, what was delivered. */
export const Calendar = ({ month }: { month: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(
    getAttractiveYear,
    { params: { estateId }, query: { month } },
    { topics: ['inspection'], placeholderData: (before) => before },
  )
  return (
    <section className={`w-card ${styles.part}`} aria-label={t('experience.calendar')}>
      <h2>{t('experience.calendar')}</h2>
      <QueryView query={query}>
        {({ months, items }) =>
          items.length === 0 ? (
            <p className="w-quiet">{t('experience.noCalendar')}</p>
          ) : (
            <Scroll>
              <table className={`${styles.levels} ${styles.calendar}`} aria-label={t('experience.calendar')}>
                <thead>
                  <tr>
                    <th scope="col">{t('experience.calendarItem')}</th>
                    {months.map((one) => (
                      <th key={one} scope="col">
                        {one.slice(2)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <Row key={item.itemId} item={item} months={months} />
                  ))}
                </tbody>
              </table>
            </Scroll>
          )
        }
      </QueryView>
      <p className="w-small w-quiet">{t('experience.calendarNote')}</p>
    </section>
  )
}
