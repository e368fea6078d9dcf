import type { PhonePosition } from '#contract/inspections.ts'

const WITHIN_MS = 8_000
/** A minute-old place is still where one stands. */
const FRESH_MS = 60_000

/** Where the phone is, if it may say so and knows it soon; the work never waits for it. */
export const positionNow = (): Promise<PhonePosition | undefined> =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          latitude: coords.latitude,
          longitude: coords.longitude,
          accuracyM: Math.min(100_000, Math.max(0, coords.accuracy)),
        }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: WITHIN_MS, maximumAge: FRESH_MS },
    )
  })
