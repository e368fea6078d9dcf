import { useSyncExternalStore } from 'react'

/** A new version that has been fetched and waits to be wanted. */
let waiting: ServiceWorker | undefined
let asked = false
const listeners = new Set<() => void>()
const offer = (worker: ServiceWorker | null | undefined) => {
  waiting = worker ?? undefined
  for (const listener of listeners) listener()
}

/** How often an app that stays open asks whether there is a new version. */
const LOOK_MS = 30 * 60_000

/** Keeps the app on the phone and watches for new versions; the app works without it too, only not offline. */
export const startWorker = () => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const { serviceWorker } = navigator
  void serviceWorker.register('/field/worker.js', { scope: '/field/', updateViaCache: 'none' }).then((registration) => {
    if (serviceWorker.controller) offer(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing
      coming?.addEventListener('statechange', () => {
        // without a controller it is the first installation, not an update
        if (coming.state === 'installed' && serviceWorker.controller) offer(coming)
      })
    })
    const look = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) registration.update().catch(() => undefined)
    }
    setInterval(look, LOOK_MS)
    document.addEventListener('visibilitychange', look)
  })
  serviceWorker.addEventListener('controllerchange', () => {
    // another tab may have asked; this one goes on until its person says so
    if (asked) location.reload()
  })
}

/** Takes the new version; what is on the page lies in the store and is there again after it. */
export const takeUpdate = () => {
  asked = true
  // another tab may have taken it already
  if (waiting?.state === 'installed') waiting.postMessage('update')
  else location.reload()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useUpdate = (): boolean => useSyncExternalStore(subscribe, () => waiting !== undefined)
