import { useTexts } from './i18n.ts'
import styles from './kbd.module.css'

const isMac = () => typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform)
const faces = (): Record<string, string> => ({
  mod: isMac() ? '⌘' : 'Ctrl',
  shift: '⇧',
  enter: 'Enter',
  alt: 'Alt',
  escape: 'Esc',
  up: '↑',
  down: '↓',
})

/** Keys as they are written for `useShortcut`: `mod+k`, `g d`, `?`. */
export const Kbd = ({ keys }: { keys: string }) => {
  const { t } = useTexts()
  const face = faces()
  const strokes = keys.split(' ')
  return (
    <span className={styles.keys}>
      {strokes.map((stroke, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes may repeat and never move
        <span key={at} className={styles.keys}>
          {at > 0 ? <span className="w-faint w-small">{t('shell.shortcutThen')}</span> : null}
          {stroke.split('+').map((key) => (
            <kbd key={key} className={styles.key}>
              {face[key] ?? key.toUpperCase()}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
