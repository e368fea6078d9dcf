import { ComplaintIntake } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { Money } from '#ui/money.tsx'
import styles from './matter-page.module.css'

/** How the customer feels and what the customer wants: their own words, apart from what happened (CP-034). */
export const ComplaintWords = ({ details }: { details: Record<string, unknown> }) => {
  const { t } = useTexts()
  const parsed = ComplaintIntake.partial().safeParse(details.complaint)
  if (!parsed.success || details.complaint === undefined) return null
  const { feeling, wish, claimFen, persons } = parsed.data
  return (
    <>
      <h2>{t('field.feeling')}</h2>
      <p className={styles.said}>{feeling}</p>
      <h2>{t('field.wish')}</h2>
      <p className={styles.said}>{wish}</p>
      {claimFen ? (
        <>
          <h2>{t('field.claimFen')}</h2>
          <p className={styles.said}>
            <Money fen={claimFen} />
          </p>
        </>
      ) : null}
      {persons !== undefined && persons > 1 ? (
        <p className={styles.said}>
          {t('field.persons')}: <span className="w-figures">{persons}</span>
        </p>
      ) : null}
    </>
  )
}
