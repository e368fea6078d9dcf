import { useEffect } from 'react'
import type { Permission } from '#contract/permissions.ts'
import { useTexts } from '#ui/i18n.ts'
import type { Act } from '../queue/act.rules.ts'
import { countOf } from '../queue/queue.rules.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Link } from '../ui/parts.tsx'
import styles from './bottom-bar.module.css'
import { useField } from './field-context.ts'

/** Where the thumb is: up to five ways, the scanner in the middle, the counter of what waits at the end. */
export const BottomBar = ({ path, allActs }: { path: string; allActs: readonly Act[] }) => {
  const { t } = useTexts()
  const { estate } = useField()
  const may = (permission: Permission) => estate.permissions.includes(permission)
  const looks = may('inspection.do')
  const { waiting, refused } = countOf(allActs)
  const shown = PLACES.test(path)
  useEffect(() => {
    document.body.classList.toggle('with-bar', shown)
  }, [shown])
  if (!shown) return null
  const count = waiting + refused
  const all: (false | { to: string; icon: IconName; text: string })[] = [
    looks && { to: '/', icon: 'today', text: t('onsite.nav.today') },
    // who goes no rounds begins with the orders
    may('order.execute') && { to: looks ? '/orders' : '/', icon: 'orders', text: t('onsite.nav.orders') },
    looks && { to: '/scan', icon: 'scan', text: t('onsite.nav.scan') },
    may('matter.register') && { to: '/report', icon: 'report', text: t('onsite.nav.report') },
    { to: '/queue', icon: 'queue', text: t('onsite.nav.queue') },
  ]
  const entries = all.filter((entry) => entry !== false)
  return (
    <nav className={styles.bar} aria-label={t('shell.navigation')}>
      {entries.map(({ to, icon, text }) => (
        <Link key={to} to={to} className={`${styles.entry} ${path === to ? styles.here : ''}`}>
          <Icon name={icon} />
          <span>{text}</span>
          {to === '/queue' && count > 0 ? (
            <span className={`${styles.count} ${refused > 0 ? styles.bad : ''}`} data-testid="waiting">
              {count}
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  )
}

/** Pages of their own; a place, a form and the scanner need the room at the lower edge themselves. */
const PLACES = /^\/(orders|report|queue|me)?$/
