import { useEffect, useState } from 'react'
import { z } from 'zod'
import { type Publication, PublicationItem } from '#contract/complaint-publication.ts'
import { dropDraft, readDraft, writeDraft } from '#ui/form/draft.ts'
import { changed, type Work, workOf } from './work.rules.ts'

const KEEP_AFTER_MS = 300
const Kept = z.object({
  base: z.number(),
  foreword: z.string().default(''),
  // what is half written is kept too
  items: z.array(
    PublicationItem.extend({
      text: z.string(),
      outcome: z.string(),
      number: z.string(),
      stateNow: z.string(),
      proposed: z.boolean(),
    }),
  ),
})

/** What is written for a month, kept in the tab until it is saved; `stale` when somebody else saved meanwhile. */
export const useWork = (shown: Publication, key: string) => {
  const [typed, setTyped] = useState<Work | undefined>(() => {
    const kept = Kept.safeParse(readDraft(key))
    return kept.success ? kept.data : undefined
  })
  const dirty = typed !== undefined && changed(typed, shown)
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed && dirty) writeDraft(key, typed)
      else dropDraft(key)
    }, KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [key, typed, dirty])
  return {
    work: dirty ? typed : workOf(shown),
    dirty,
    stale: dirty && typed.base !== shown.version,
    change: setTyped,
    drop: () => {
      dropDraft(key)
      setTyped(undefined)
    },
    /** Saving now replaces what the other wrote. */
    keepMine: () => setTyped(typed && { ...typed, base: shown.version }),
  }
}
