import { useEffect, useState } from 'react'

/** The value once it has rested for `ms`; the first value and an emptied text count at once. */
export const useDebounced = <T>(value: T, ms: number): T => {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    if (value === '') {
      setRested(value)
      return
    }
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return value === '' ? value : rested
}
