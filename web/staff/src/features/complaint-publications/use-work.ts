import { z } from 'zod'
import { type Publication, PublicationItem } from '#contract/complaint-publication.ts'
import { useKept } from '#ui/form/use-kept.ts'
import { changed, type Work, workOf } from './work.rules.ts'

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

/** What is written for a month. */
export const useWork = (shown: Publication, key: string) =>
  useKept<Publication, Work>(key, { shown, shape: Kept, workOf, isChanged: changed })
