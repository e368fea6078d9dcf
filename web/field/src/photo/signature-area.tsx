import { useInk } from '#ui/file/use-ink.ts'
import { useTexts } from '#ui/i18n.ts'
import { Button } from '../ui/button.tsx'
import styles from './signature-area.module.css'

/** Signing with the finger; the picture is handed over after each stroke. */
export const SignatureArea = ({ onChange }: { onChange: (picture: Blob | undefined) => void }) => {
  const { t } = useTexts()
  const { drawn, clear, area } = useInk(onChange)
  return (
    <div className={styles.signature}>
      <div className={styles.pad}>
        <canvas {...area} role="img" aria-label={t('onsite.signature.area')} />
        {drawn ? null : <span>{t('onsite.signature.hint')}</span>}
      </div>
      <Button disabled={!drawn} onClick={clear}>
        {t('onsite.signature.clear')}
      </Button>
    </div>
  )
}
