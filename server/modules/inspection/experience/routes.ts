import * as contract from '#contract/experience.ts'
import { servePaper } from '#platform/export/serve-paper.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { readAttractiveYear } from './attractive-year.ts'
import { readLevelYear } from './measured.ts'
import { printExperience } from './print-experience.ts'
import { readExperience } from './read-experience.ts'

export const experienceRoutes: readonly Served[] = [
  serve(contract.getExperience, ({ tx, actor, params, query }) =>
    readExperience(tx, actor, params.estateId, query.month),
  ),
  serve(contract.getLevelYear, ({ tx, params, query }) => readLevelYear(tx, params.estateId, query.month)),
  serve(contract.getAttractiveYear, ({ tx, actor, params, query }) =>
    readAttractiveYear(tx, actor, params.estateId, query.month),
  ),
  servePaper(
    contract.printExperience,
    { fileName: 'experience.pdf', subject: 'experience' },
    ({ tx, actor, params: { estateId }, query }) =>
      printExperience(tx, actor, { estateId, month: query.month }, query.lang),
  ),
]
