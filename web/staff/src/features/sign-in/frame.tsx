import type { ReactNode } from 'react'
import { setLang, useTexts } from '#ui/i18n.ts'
import { Mark } from '#ui/mark.tsx'
import styles from './sign-in.module.css'

/** Name and sign of the product around whatever step is shown. */
export const Frame = ({ children, beside }: { children: ReactNode; beside?: ReactNode }) => {
  const { t, lang } = useTexts()
  return (
    <main className={styles.page}>
      <div className={`${styles.wide} ${beside ? styles.withDemo : ''}`}>
        <div className={styles.column}>
          <div className={styles.brand}>
            <Mark size={40} />
            <div>
              <strong>{t('common.product')}</strong>
              <span>{t('signIn.motto')}</span>
            </div>
          </div>
          <div className={styles.card}>{children}</div>
          <div className={styles.foot}>
            <span>{t('signIn.forgot')}</span>
            <button
              type="button"
              className="w-link"
              lang={lang === 'zh' ? 'en' : 'zh-CN'}
              onClick={() => void setLang(lang === 'zh' ? 'en' : 'zh')}
            >
              {t('shell.switchLanguage')}
            </button>
          </div>
        </div>
        {beside}
      </div>
    </main>
  )
}
