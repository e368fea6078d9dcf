import { useCallback, useSyncExternalStore } from 'react'

/** Widths at which the layout changes; the same numbers stand in the stylesheets. */
const PHONE = '(max-width: 640px)'
export const NARROW = '(max-width: 1100px)'
export const STILL = '(prefers-reduced-motion: reduce)'

export const useMedia = (query: string): boolean => {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
export const useIsPhone = () => useMedia(PHONE)
