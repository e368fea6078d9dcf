import { useEffect, useRef, useSyncExternalStore } from 'react'

export type Shortcut = {
  /** `mod+k` (Ctrl or ⌘), `g d` (one after the other), `?`. */
  keys: string
  label: string
  group: string
}
type Entry = Shortcut & { run: () => void }

let entries: readonly Entry[] = []
const watchers = new Set<() => void>()
const change = (next: readonly Entry[]) => {
  entries = next
  for (const watcher of watchers) watcher()
}

/** One stroke as it is written in `keys`; undefined for keys that only modify. */
export const strokeOf = (event: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}): string | undefined => {
  if (['Control', 'Meta', 'Shift', 'Alt', 'Process', 'Dead'].includes(event.key) || event.altKey) return undefined
  const named: Record<string, string> = { ' ': 'space', ArrowUp: 'up', ArrowDown: 'down' }
  const key = named[event.key] ?? event.key.toLowerCase()
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key
}

/** Which of the shortcuts a new stroke completes, and what must be remembered for the next one. */
export const matchStroke = (pending: string, stroke: string, known: readonly string[]) => {
  const sequence = pending ? `${pending} ${stroke}` : stroke
  if (known.includes(sequence)) return { hit: sequence, pending: '' }
  if (known.some((keys) => keys.startsWith(`${sequence} `))) return { hit: undefined, pending: sequence }
  if (!pending) return { hit: undefined, pending: '' }
  return known.includes(stroke) ? { hit: stroke, pending: '' } : { hit: undefined, pending: '' }
}

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"]'
const FORGET_MS = 1_200
let pending = ''
let pendingAt = 0

const onKey = (event: KeyboardEvent) => {
  // Keys that make up Chinese characters belong to the input method.
  if (event.isComposing || event.defaultPrevented) return
  const stroke = strokeOf(event)
  if (!stroke) return
  const typing = event.target instanceof Element && event.target.closest(TYPING) !== null
  if (typing && !stroke.startsWith('mod+')) return
  if (event.timeStamp - pendingAt > FORGET_MS) pending = ''
  const result = matchStroke(
    pending,
    stroke,
    entries.map((entry) => entry.keys),
  )
  pending = result.pending
  pendingAt = event.timeStamp
  if (!result.hit) return
  event.preventDefault()
  // The page that was opened last wins over the shell.
  entries.findLast((entry) => entry.keys === result.hit)?.run()
}

/** Registers a shortcut while the component is shown; it is listed by the help page (press ?). */
export const useShortcut = (keys: string, label: string, group: string, run: () => void, enabled = true) => {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!enabled) return
    const entry: Entry = { keys, label, group, run: () => latest.current() }
    if (entries.length === 0) document.addEventListener('keydown', onKey)
    change([...entries, entry])
    return () => {
      change(entries.filter((one) => one !== entry))
      if (entries.length === 0) document.removeEventListener('keydown', onKey)
    }
  }, [keys, label, group, enabled])
}

const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
const read = () => entries
export const useShortcuts = (): readonly Shortcut[] => useSyncExternalStore(subscribe, read, read)
