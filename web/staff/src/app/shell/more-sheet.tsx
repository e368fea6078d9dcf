import { Drawer } from 'antd'
import { useTexts } from '#ui/i18n.ts'
import type { Feature } from '../feature.ts'
import styles from './bottom-bar.module.css'
import { NavLink } from './nav-link.tsx'

/** The entries that the phone's bar has no room for. */
export const MoreSheet = ({ entries, onClose }: { entries: readonly Feature[]; onClose: () => void }) => {
  const { t } = useTexts()
  return (
    <Drawer open onClose={onClose} placement="bottom" size="auto" title={t('shell.moreEntries')}>
      <ul className={styles.sheet}>
        {entries.map((feature) => (
          <li key={feature.path}>
            <NavLink feature={feature} className={styles.item} onGo={onClose} />
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
