import type { ItemFinding } from '#contract/survey-results.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './survey.module.css'

const SHOWN = 5
type Order = 'repair' | 'build'

const best = (items: readonly ItemFinding[], by: Order) =>
  items
    .flatMap((item) => (item[by] === null ? [] : [{ item, value: item[by] }]))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, SHOWN)

/** What to do next: what hurts and is done poorly, and what delights for little. */
export const Priorities = ({ items, onOpen }: { items: readonly ItemFinding[]; onOpen: (no: number) => void }) => {
  const { t, lang } = useTexts()
  const lists = (['repair', 'build'] as const).map((by) => ({ by, list: best(items, by) }))
  if (lists.every(({ list }) => list.length === 0)) return null
  return (
    <div className={styles.halves}>
      {lists.map(({ by, list }) =>
        list.length === 0 ? null : (
          <div key={by} className={`w-card ${styles.panel}`}>
            <h2>{t(by === 'repair' ? 'survey.first' : 'survey.next')}</h2>
            <span className="w-small w-quiet">{t(by === 'repair' ? 'survey.firstHint' : 'survey.nextHint')}</span>
            <ol className={styles.ranking}>
              {list.map(({ item: { question }, value }) => (
                <li key={question.no}>
                  <button type="button" className="w-link" onClick={() => onOpen(question.no)}>
                    {question[lang]}
                  </button>{' '}
                  <span className="w-figures w-quiet">{value.toFixed(2)}</span>
                </li>
              ))}
            </ol>
          </div>
        ),
      )}
    </div>
  )
}
