import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { dropDraft, readDraft, writeDraft } from './draft.ts'

const KEEP_AFTER_MS = 300

type Standing<Shown, Work> = {
  shown: Shown
  /** What is typed, as it is kept; what no longer fits it is left behind. */
  shape: z.ZodType<Work>
  workOf: (shown: Shown) => Work
  isChanged: (work: Work, shown: Shown) => boolean
}

/** What is typed on a page, kept in the tab until it is saved; `stale` when somebody else saved meanwhile. */
export const useKept = <Shown extends { version: number }, Work extends { base: number }>(
  key: string,
  { shown, shape, workOf, isChanged }: Standing<Shown, Work>,
) => {
  const [typed, setTyped] = useState<Work | undefined>(() => {
    const kept = shape.safeParse(readDraft(key))
    return kept.success ? kept.data : undefined
  })
  const dirty = typed !== undefined && isChanged(typed, shown)
  // written when typing pauses, and at once when the page goes
  const write = useRef<() => void>(() => undefined)
  useEffect(() => {
    write.current = () => {
      if (typed && dirty) writeDraft(key, typed)
      else dropDraft(key)
    }
    const timer = setTimeout(() => write.current(), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [key, typed, dirty])
  useEffect(() => {
    const flush = () => write.current()
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      flush()
    }
  }, [])
  return {
    work: dirty ? typed : workOf(shown),
    dirty,
    stale: dirty && typed.base !== shown.version,
    change: setTyped,
    drop: () => {
      write.current = () => dropDraft(key)
      dropDraft(key)
      setTyped(undefined)
    },
    /** Saving now replaces what the other wrote. */
    keepMine: () => setTyped(typed && { ...typed, base: shown.version }),
  }
}
