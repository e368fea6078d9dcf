import { Alert } from 'antd'
import type { SheetVersion } from '#contract/must-know.ts'
import { useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useCan } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './mustknow.module.css'

/** The control block of a version (FD-023) and what it still lacks (FD-021). */
export const VersionLine = ({ version }: { version: SheetVersion }) => {
  const { t } = useTexts()
  const can = useCan()
  const people: [string, string | undefined][] = [
    [t('mustKnowPage.author'), version.author.name],
    [t('mustKnowPage.checker'), version.checker?.name],
    [t('mustKnowPage.approver'), version.approver?.name],
  ]
  return (
    <>
      <div className={styles.version}>
        <strong>{t('mustKnowPage.version', { number: version.number })}</strong>
        <StateTag tone={version.inForce ? 'good' : version.state === 'draft' ? 'neutral' : 'waiting'}>
          {version.inForce ? t('mustKnowPage.sheet') : t(`sheetState.${version.state}`)}
        </StateTag>
        {version.effectiveDate ? (
          <span className="w-figures">{t('mustKnowPage.effective', { date: version.effectiveDate })}</span>
        ) : null}
        {people
          .filter(([, name]) => name)
          .map(([part, name]) => (
            <span key={part} className="w-quiet">
              {part} {name}
            </span>
          ))}
      </div>
      {version.summary ? <p className={styles.summary}>{version.summary}</p> : null}
      {can('mustknow.edit') && version.missing.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          className={styles.alert ?? ''}
          title={t('mustKnowPage.missing', { count: version.missing.length })}
          description={version.missing.map((key) => wordFor(t, `mustKnow.${key}`)).join('、')}
        />
      ) : null}
    </>
  )
}
