import type { Publication } from '#contract/complaint-publication.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { EmptyState } from '#ui/states.tsx'
import styles from './publications.module.css'

/** What residents read, with the number of each complaint for those who work here. */
export const Sheet = ({ shown }: { shown: Publication }) => {
  const { t } = useTexts()
  const items = shown.content.filter(({ include }) => include)
  if (items.length === 0) {
    return (
      <div className="w-card">
        <EmptyState title={t(shown.state === 'none' ? 'complaintPublicationState.none' : 'publication.empty')} />
      </div>
    )
  }
  return (
    <div className={`w-card ${styles.sheet}`}>
      {shown.foreword ? <p className={styles.foreword}>{shown.foreword}</p> : null}
      <ol className={styles.lines}>
        {items.map((item) => (
          <li key={item.matterId}>
            <span className="w-small w-quiet">
              {wordFor(t, `category.${item.category}`, item.category)} ·{' '}
              <EstateLink to={`matters/${item.matterId}`} className="w-figures">
                {item.number}
              </EstateLink>
            </span>
            <p>{item.text}</p>
            <p className="w-quiet">{item.outcome}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}
