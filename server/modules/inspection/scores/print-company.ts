import type { QueryOf } from '#contract/route.ts'
import type { printCompanyScores } from '#contract/scores.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import type { Paper } from '#platform/documents/render-aside.ts'
import { words } from '#platform/documents/words.ts'
import { companyPaper } from './company-paper.rules.ts'
import { readCompanyHeat } from './read-company.ts'

/** The heat map of the caller's estates on paper. */
export const printCompany = async (
  tx: Tx,
  actor: Actor,
  { month, lang, ...asked }: QueryOf<typeof printCompanyScores>,
): Promise<Paper> => {
  const { span, asOf, heat } = await readCompanyHeat(tx, actor, month)
  const t = words(lang)
  return {
    form: 'company-scores',
    data: {
      title: t('scorePrint.companyTitle'),
      sub: span.month,
      form: t('scorePrint.companyForm'),
      printed: t('print.printed', { at: localText(asOf, 'Asia/Shanghai') }),
      ...companyPaper(heat, asked, t),
    },
  }
}
