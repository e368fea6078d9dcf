import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'

/** What a query of the phone's store gives now and after every change, also one made by another tab; undefined before the first answer. */
export const useLive = <T>(query: () => Promise<T>, key: string): T | undefined => {
  const [shown, setShown] = useState<{ key: string; value: T }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names the query
  useEffect(() => {
    const watched = liveQuery(query).subscribe({ next: (value) => setShown({ key, value }) })
    return () => watched.unsubscribe()
  }, [key])
  return shown?.key === key ? shown.value : undefined
}
