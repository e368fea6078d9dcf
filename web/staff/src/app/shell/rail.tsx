import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTexts } from '#ui/i18n.ts'
import { Mark } from '#ui/mark.tsx'
import { useEstate } from '#ui/session.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import { type Feature, NAV_GROUPS } from '../feature.ts'
import { NavLink } from './nav-link.tsx'
import styles from './rail.module.css'

const GoShortcut = ({ feature }: { feature: Feature }) => {
  const { t } = useTexts()
  const { code } = useEstate()
  const navigate = useNavigate()
  const keys = feature.nav?.keys
  useShortcut(
    keys ?? '',
    t(feature.title),
    t('shell.shortcutGo'),
    () => void navigate({ to: `/e/${encodeURIComponent(code)}/${feature.path}` }),
    keys !== undefined,
  )
  return null
}

/** Icons and words; made small, the words stand under the icons. */
export const Rail = ({
  entries,
  small,
  onToggle,
}: {
  entries: readonly Feature[]
  small: boolean
  onToggle: () => void
}) => {
  const { t } = useTexts()
  const label = t(small ? 'shell.expand' : 'shell.collapse')
  const groups = NAV_GROUPS.map((group) => ({
    group,
    list: entries.filter((feature) => feature.nav?.group === group),
  })).filter(({ list }) => list.length > 0)
  return (
    <nav className={`${styles.rail} ${small ? styles.small : ''}`} aria-label={t('shell.navigation')}>
      <Link to="/" className={styles.mark ?? ''}>
        <Mark />
        <span>{t('common.product')}</span>
        <span className="w-hidden">{t('state.home')}</span>
      </Link>
      {groups.map(({ group, list }) => (
        <div key={group}>
          <div className={styles.group}>{groups.length > 1 ? t(`nav.group.${group}`) : null}</div>
          <ul className={styles.list}>
            {list.map((feature) => (
              <li key={feature.path}>
                <NavLink feature={feature} className={styles.link} />
                <GoShortcut feature={feature} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <button type="button" className={styles.toggle} onClick={onToggle} aria-label={label} title={label}>
        {small ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
        <span>{label}</span>
      </button>
    </nav>
  )
}
