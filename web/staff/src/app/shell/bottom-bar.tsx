import { EllipsisOutlined } from '@ant-design/icons'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import type { Feature } from '../feature.ts'
import { barEntries } from '../nav.rules.ts'
import styles from './bottom-bar.module.css'
import { NavLink, useActivePath } from './nav-link.tsx'

const MoreSheet = lazy(() => import('./more-sheet.tsx').then((module) => ({ default: module.MoreSheet })))

/** The navigation of a phone: at most five places for the thumb. */
export const BottomBar = ({ entries }: { entries: readonly Feature[] }) => {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const active = useActivePath()
  const { shown, more } = barEntries(entries)
  if (entries.length < 2) return null
  const inMore = more.some((feature) => feature.path === active)
  return (
    <nav className={styles.bar} aria-label={t('shell.navigation')}>
      {shown.map((feature) => (
        <NavLink key={feature.path} feature={feature} className={styles.item} />
      ))}
      {more.length > 0 ? (
        <>
          <button
            type="button"
            className={styles.item}
            aria-current={inMore ? 'page' : undefined}
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
          >
            <EllipsisOutlined aria-hidden />
            <span>{t('shell.moreEntries')}</span>
          </button>
          {open ? (
            <Suspense fallback={null}>
              <MoreSheet entries={more} onClose={() => setOpen(false)} />
            </Suspense>
          ) : null}
        </>
      ) : null}
    </nav>
  )
}
