import { useEffect, useSyncExternalStore } from 'react'
import type { Mode } from './palette.ts'
import { preference } from './preferences.ts'
import { cssVariables } from './theme.ts'

export const themeChoice = preference('theme', ['system', 'light', 'dark'], 'system')

const system = () => matchMedia('(prefers-color-scheme: dark)')
const subscribeSystem = (changed: () => void) => {
  const query = system()
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

const modeNow = (): Mode => {
  const choice = themeChoice.get()
  if (choice !== 'system') return choice
  return system().matches ? 'dark' : 'light'
}

/** Writes the colours onto the document; called once before the first paint and whenever the mode changes. */
export const paint = (mode: Mode = modeNow()) => {
  const root = document.documentElement
  root.dataset.theme = mode
  root.style.colorScheme = mode
  for (const [name, value] of Object.entries(cssVariables(mode))) root.style.setProperty(name, value)
}

/** Light or dark, from the person's choice or the system's. */
export const useMode = (): Mode => {
  themeChoice.use()
  return useSyncExternalStore(subscribeSystem, modeNow, modeNow)
}

export const usePaint = (mode: Mode) => useEffect(() => paint(mode), [mode])
