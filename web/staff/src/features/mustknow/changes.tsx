import type { SheetChange } from '#contract/must-know.ts'
import { useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './mustknow.module.css'

/** FD-023: fact by fact what was and what is. */
export const Changes = ({ changes }: { changes: readonly SheetChange[] }) => {
  const { t } = useTexts()
  if (changes.length === 0) return <p className="w-quiet">{t('mustKnowPage.noChanges')}</p>
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={`${change.key} ${change.name ?? ''}`}>
          <span className={styles.changed}>
            {wordFor(t, `mustKnow.${change.key}`)}
            {change.name ? ` · ${change.name}` : ''}
          </span>
          <span>
            {change.before === null ? (
              <StateTag tone="active">{t('mustKnowPage.new')}</StateTag>
            ) : (
              <del className="w-quiet">{change.before}</del>
            )}{' '}
            {change.after === null ? (
              <span className="w-quiet">{t('mustKnowPage.gone')}</span>
            ) : (
              <ins className={styles.after}>{change.after}</ins>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
