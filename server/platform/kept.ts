export type Kept<K, V> = {
  /** What is remembered under the key; `read` anew where nothing is. Of what is not there nothing is remembered. */
  of(key: K, read: () => Promise<V>): Promise<V>
  forget(key: K | 'all'): void
  /** Forgets what the question is true of. */
  forgetWhere(is: (value: V) => boolean): void
}

/**
 * What one process remembers of the database for so many milliseconds, and of so many keys at most. What was being read
 * when something was forgotten is given to whoever asked and not remembered: it may be older than the change.
 */
export const keptFor = <K, V>(ms: number, most = Number.POSITIVE_INFINITY): Kept<K, V> => {
  const kept = new Map<K, { value: V; until: number }>()
  let forgotten = 0
  return {
    async of(key, read) {
      const known = kept.get(key)
      const now = performance.now()
      if (known && known.until > now) return known.value
      const before = forgotten
      const value = await read()
      if (forgotten !== before) return value
      if (kept.size >= most) kept.clear()
      if (value !== undefined && value !== null) kept.set(key, { value, until: now + ms })
      else kept.delete(key)
      return value
    },
    forget(key) {
      forgotten += 1
      if (key === 'all') kept.clear()
      else kept.delete(key)
    },
    forgetWhere(is) {
      forgotten += 1
      for (const [key, { value }] of kept) if (is(value)) kept.delete(key)
    },
  }
}
