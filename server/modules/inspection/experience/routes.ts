import * as contract from '#contract/experience.ts'
import { sendPdf } from '#platform/export/send-pdf.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { printExperience } from './print-experience.ts'
import { readExperience } from './read-experience.ts'

export const experienceRoutes: readonly Served[] = [
  serve(contract.getExperience, ({ tx, actor, params, query }) =>
    readExperience(tx, actor, params.estateId, query.month),
  ),
  serveRaw(contract.printExperience, ({ actor, params: { estateId }, query, house, reply }) =>
    sendPdf(
      { house, actor, reply },
      {
        estateId,
        fileName: 'experience.pdf',
        subject: 'experience',
        query,
        print: (tx) => printExperience(tx, actor, { estateId, month: query.month }, query.lang),
      },
    ),
  ),
]
