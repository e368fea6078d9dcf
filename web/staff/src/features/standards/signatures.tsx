import { listWords } from '#content/list-words.ts'
import type { StandardVersion } from '#contract/standards.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import styles from './standards.module.css'

export type Signed = Pick<
  StandardVersion,
  'editors' | 'createdAt' | 'checkedBy' | 'checkedAt' | 'publishedBy' | 'publishedAt'
>

/** FD-766: prepared, checked and approved, each with name and date; `waits`: for somebody else than who looks at it. */
export const Signatures = ({ of, waits }: { of: Signed; waits?: 'standards' | 'variants' | undefined }) => {
  const { t, lang } = useTexts()
  // the catalogue of the product is signed by nobody
  if (of.editors.length === 0) return null
  const signed = [
    {
      label: t('standardColumn.editors'),
      names: listWords(
        lang,
        of.editors.map((e) => e.name),
      ),
      at: of.createdAt,
    },
    { label: t('standardColumn.checkedBy'), names: of.checkedBy?.name, at: of.checkedAt },
    { label: t('standardColumn.publishedBy'), names: of.publishedBy?.name, at: of.publishedAt },
  ]
  return (
    <p className={`${styles.signed} w-quiet`}>
      {signed.map(({ label, names, at }) => (
        <span key={label}>
          {label} {names ? <strong>{names}</strong> : '—'} {names && at ? <Instant at={at} show="absolute" /> : null}
        </span>
      ))}
      {waits ? <span>{t(`${waits}.${of.checkedAt ? 'waitsForApproval' : 'waitsForCheck'}`)}</span> : null}
    </p>
  )
}
