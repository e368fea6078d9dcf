import { useInk } from '#ui/file/use-ink.ts'
import { useTexts } from '#ui/i18n.ts'
import { Button } from '../ui/button.tsx'
import styles from './signature-area.module.css'
import { useBlobUrl } from './use-blob-url.ts'

/** Signing with the finger; the picture is handed over after each stroke. */
export const SignatureArea = ({
  picture,
  onChange,
}: {
  picture: Blob | undefined
  onChange: (picture: Blob | undefined) => void
}) => {
  const { t } = useTexts()
  const { drawn, clear, area } = useInk(onChange)
  // signed before the sheet was left: shown as it was, and signed anew after clearing
  const before = useBlobUrl(drawn ? undefined : picture)
  return (
    <div className={styles.signature}>
      <div className={styles.pad}>
        <canvas {...area} role="img" aria-label={t('onsite.signature.area')} />
        {before ? <img src={before} alt={t('onsite.signature.kept')} /> : null}
        {drawn || picture ? null : <span>{t('onsite.signature.hint')}</span>}
      </div>
      <Button disabled={!drawn && !picture} onClick={clear}>
        {t('onsite.signature.clear')}
      </Button>
    </div>
  )
}
