import { Modal } from 'antd'
import { useTexts } from './i18n.ts'
import { Kbd } from './kbd.tsx'
import styles from './shortcut-help.module.css'
import { useShortcuts } from './shortcuts.ts'

/** All shortcuts that work on this page, by group. */
export const ShortcutHelp = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTexts()
  const shortcuts = useShortcuts()
  const groups = [...Map.groupBy(shortcuts, (shortcut) => shortcut.group)]
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('shell.shortcuts')} width={640} destroyOnHidden>
      <div className={styles.groups}>
        {groups.map(([group, list]) => (
          <section key={group} className={styles.group}>
            <h3>{group}</h3>
            {list.map(({ keys, label }) => (
              <div key={keys} className={styles.row}>
                <span>{label}</span>
                <Kbd keys={keys} />
              </div>
            ))}
          </section>
        ))}
      </div>
    </Modal>
  )
}
