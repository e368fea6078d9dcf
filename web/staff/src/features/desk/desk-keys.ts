import { useEffect, useRef } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { useShortcut } from '#ui/shortcuts.ts'

/** Keys of the desk with Alt: they work while somebody types, and never write a letter. */
export type DeskKeys = {
  /** 1 to 9. */
  figure: (at: number) => void
  household: () => void
  said: () => void
  take: () => void
  join: () => void
  emergency: () => void
  another: () => void
  turn: (by: 1 | -1) => void
  nextVisitor: () => void
  undo: () => void
  submit: () => void
  escape: () => void
}

const BY_CODE: Readonly<Record<string, (keys: DeskKeys) => void>> = {
  KeyK: (keys) => keys.household(),
  KeyS: (keys) => keys.said(),
  KeyL: (keys) => keys.take(),
  KeyJ: (keys) => keys.join(),
  KeyE: (keys) => keys.emergency(),
  KeyN: (keys) => keys.another(),
  KeyQ: (keys) => keys.nextVisitor(),
  KeyZ: (keys) => keys.undo(),
  BracketRight: (keys) => keys.turn(1),
  BracketLeft: (keys) => keys.turn(-1),
}

/** A dialogue has keys of its own; what merely hangs open is closed by Escape before anything is cleared. */
const DIALOGUE = '.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open'
const HANGING = [
  '.ant-select-open',
  '.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)',
  '.ant-dropdown:not(.ant-dropdown-hidden)',
  '.ant-popover:not(.ant-popover-hidden)',
].join(', ')
const isOpen = (selector: string) => document.querySelector(selector) !== null

const hit = (event: KeyboardEvent, keys: DeskKeys): boolean => {
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    // By its place on the keyboard: with Alt some systems write another letter.
    const figure = /^Digit([1-9])$/.exec(event.code)?.[1]
    if (figure) keys.figure(Number(figure))
    else {
      const run = BY_CODE[event.code]
      if (!run) return false
      run(keys)
    }
    return true
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    keys.submit()
    return true
  }
  if (event.key === 'Escape' && !event.altKey && !event.ctrlKey && !event.metaKey) {
    keys.escape()
    return true
  }
  return false
}

/** Listens for the keys of the desk while its page is shown, and lists them behind `?`. */
export const useDeskKeys = (keys: DeskKeys) => {
  const { t } = useTexts()
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  const closes = useRef(false)
  useEffect(() => {
    // Looked at on the way down: on the way up the thing that Escape closes is gone already.
    const look = (event: KeyboardEvent) => {
      closes.current = isOpen(DIALOGUE) || (event.key === 'Escape' && isOpen(HANGING))
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || closes.current) return
      if (hit(event, latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', look, true)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', look, true)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  // The list of shortcuts shows them; pressing them is heard above, for the list's own ear leaves Alt alone.
  const group = t('nav.desk')
  const none = () => {}
  useShortcut('alt+1', t('desk.key.type'), group, none)
  useShortcut('alt+k', t('desk.key.household'), group, none)
  useShortcut('alt+s', t('desk.key.said'), group, none)
  useShortcut('alt+l', t('desk.key.take'), group, none)
  useShortcut('alt+j', t('desk.key.join'), group, none)
  useShortcut('alt+e', t('desk.key.emergency'), group, none)
  useShortcut('alt+n', t('desk.key.another'), group, none)
  useShortcut('alt+]', t('desk.key.turn'), group, none)
  useShortcut('alt+q', t('desk.key.nextVisitor'), group, none)
  useShortcut('escape', t('desk.key.escape'), group, () => closes.current || latest.current.escape())
  useShortcut('alt+z', t('desk.key.undo'), group, none)
}
