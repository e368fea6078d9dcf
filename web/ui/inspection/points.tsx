import { useTexts } from '../i18n.ts'

/** Hundredths of a point as people read them. */
export const Points = ({ of }: { of: number | null }) => {
  const { t } = useTexts()
  return of === null ? (
    <span className="w-quiet">{t('looks.noScore')}</span>
  ) : (
    <strong className="w-figures">{(of / 100).toFixed(1)}</strong>
  )
}
