import { useSyncExternalStore } from 'react'
import { errorText } from '#ui/error-text.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { NotAPicture, PictureTooLarge } from '../photo/take-photo.ts'
import { PhoneFull } from '../store/keep.ts'
import styles from './tell.module.css'

type Told = { at: number; text?: string; problem?: unknown } | undefined

let current: Told
const listeners = new Set<() => void>()
const SHOWN_MS = 3_500
const publish = (next: Told) => {
  current = next
  for (const listener of listeners) listener()
  if (next && next.problem === undefined) setTimeout(() => current === next && publish(undefined), SHOWN_MS)
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says briefly that something is done. */
export const tell = (text: string) => publish({ at: Date.now(), text })
/** Says what went wrong, until it is put away: what was not kept must not be missed. */
export const tellProblem = (problem: unknown) => publish({ at: Date.now(), problem })

const problemText = (t: T, problem: unknown): string => {
  if (problem instanceof PhoneFull) return t('onsite.full')
  if (problem instanceof NotAPicture) return t('onsite.notAPicture')
  if (problem instanceof PictureTooLarge) return t('onsite.pictureTooLarge')
  return errorText(t, problem)
}

export const Told = () => {
  const { t } = useTexts()
  const told = useSyncExternalStore(
    subscribe,
    () => current,
    () => current,
  )
  if (!told) return <div className={styles.place} aria-live="polite" />
  const text = told.text ?? problemText(t, told.problem)
  const bad = told.problem !== undefined
  return (
    <div className={styles.place} aria-live={bad ? 'assertive' : 'polite'}>
      <div className={`${styles.told} ${bad ? styles.bad : ''}`}>
        <span>{text}</span>
        {bad ? (
          <button type="button" className={styles.close} onClick={() => publish(undefined)}>
            {t('common.close')}
          </button>
        ) : null}
      </div>
    </div>
  )
}
