import { useTexts } from '#ui/i18n.ts'
import { Icon } from './icons.tsx'
import { Link } from './parts.tsx'
import styles from './to-me.module.css'

/** The way to one's own page, in the upper corner. */
export const ToMe = () => {
  const { t } = useTexts()
  return (
    <Link to="/me" className={styles.me}>
      <Icon name="person" />
      <span className="w-hidden">{t('onsite.me')}</span>
    </Link>
  )
}
