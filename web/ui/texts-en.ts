import { resources } from '#content/texts/index.ts'

/** The English texts. When built, the file holds these texts alone (`build/texts-by-lang.ts`). */
export const texts: Record<string, string> = resources('en')
