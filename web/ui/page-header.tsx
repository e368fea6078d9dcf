import { type ReactNode, useEffect } from 'react'
import { textNow } from './i18n.ts'
import styles from './page-header.module.css'
import { useMaybeEstate } from './session.tsx'

/** `page · estate · 无忧` in the tab. */
export const usePageTitle = (title: string) => {
  const estate = useMaybeEstate()?.name
  useEffect(() => {
    document.title = [title, estate, textNow('common.product')].filter(Boolean).join(' · ')
  }, [title, estate])
}

/** The one h1 of a page, its state beside it and its actions at the end of the line; sets the tab's title. */
export const PageHeader = ({
  title,
  tags,
  hint,
  actions,
  tabTitle = title,
}: {
  title: string
  tags?: ReactNode
  hint?: ReactNode
  actions?: ReactNode
  tabTitle?: string
}) => {
  usePageTitle(tabTitle)
  return (
    <div className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
          {tags}
        </h1>
        {hint ? <div className={styles.hint}>{hint}</div> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  )
}
