import * as contract from '#contract/experience.ts'
import { isRefusal } from '#contract/refusal.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { printExperience } from './print-experience.ts'
import { readExperience } from './read-experience.ts'

export const experienceRoutes: readonly Served[] = [
  serve(contract.getExperience, ({ tx, actor, params, query }) =>
    readExperience(tx, actor, params.estateId, query.month),
  ),
  serveRaw(contract.printExperience, async ({ actor, params: { estateId }, query, house, reply }) => {
    const pdf = await inTransaction(house.database, { scope: [estateId], readOnly: true }, (tx) =>
      printExperience(tx, actor, { estateId, month: query.month }, query.lang),
    )
    return isRefusal(pdf)
      ? pdf
      : reply.type('application/pdf').header('content-disposition', 'inline; filename="experience.pdf"').send(pdf)
  }),
]
