import { useParams, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { LIVE_TOPICS } from '#contract/live.ts'
import { useTexts } from '#ui/i18n.ts'
import { useLive } from '#ui/live.ts'
import { NARROW, useIsPhone, useMedia } from '#ui/media.ts'
import { Touch } from '#ui/moves/touch.tsx'
import { preference } from '#ui/preferences.ts'
import { EstateProvider, useSession } from '#ui/session.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import { FEATURES } from '../features.ts'
import { rememberEstate } from '../last-estate.ts'
import { navEntries } from '../nav.rules.ts'
import { NotFound } from '../problem-pages.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { FeatureGate } from './feature-gate.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { Overlays } from './slots.tsx'
import { TopBar } from './top-bar.tsx'

const ShortcutHelp = lazy(() => import('#ui/shortcut-help.tsx').then((module) => ({ default: module.ShortcutHelp })))

const railChoice = preference('rail', ['auto', 'wide', 'small'], 'auto')

/** After going to another page the keyboard starts at its beginning, and its name is read aloud. */
const useArrival = () => {
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const main = useRef<HTMLElement>(null)
  const before = useRef(pathname)
  const { t } = useTexts()
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    // A page that has already put the cursor somewhere knows better.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
    const timer = setTimeout(() => setSaid(t('shell.pageOpened', { title: document.title.split(' · ')[0] ?? '' })), 300)
    return () => clearTimeout(timer)
  }, [pathname, t])
  return { main, said }
}

/** The frame around every page of an estate. */
export const Shell = () => {
  const { t } = useTexts()
  const { estates } = useSession()
  const { estateCode } = useParams({ strict: false })
  const estate = estates.find((one) => one.code === estateCode)
  const phone = useIsPhone()
  const narrow = useMedia(NARROW)
  const choice = railChoice.use()
  const [help, setHelp] = useState(false)
  const { main, said } = useArrival()
  const entries = useMemo(() => (estate ? navEntries(FEATURES, estate) : []), [estate])
  const small = choice === 'auto' ? narrow : choice === 'small'

  useLive(estate?.id, LIVE_TOPICS)
  useEffect(() => {
    if (estate) rememberEstate(estate.code)
  }, [estate])
  useShortcut('?', t('shell.shortcutHelp'), t('shell.shortcutGeneral'), () => setHelp(true))

  if (!estate) return <NotFound />
  return (
    <EstateProvider estate={estate} key={estate.id}>
      <div className={`${styles.shell} ${small ? styles.small : ''}`}>
        <a href="#main" className={styles.skip}>
          {t('shell.skip')}
        </a>
        <TopBar phone={phone} onHelp={() => setHelp(true)} />
        {phone ? null : (
          <Rail entries={entries} small={small} onToggle={() => railChoice.set(small ? 'wide' : 'small')} />
        )}
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <Touch>
            <FeatureGate />
          </Touch>
        </main>
        {phone ? <BottomBar entries={entries} /> : null}
        <Overlays />
        <div className="w-hidden" aria-live="polite">
          {said}
        </div>
        {help ? (
          <Suspense fallback={null}>
            <ShortcutHelp open onClose={() => setHelp(false)} />
          </Suspense>
        ) : null}
      </div>
    </EstateProvider>
  )
}
