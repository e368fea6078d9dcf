import type { FastifyReply } from 'fastify'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '../audit/audit.ts'
import type { Actor } from '../auth/actor.ts'
import { inTransaction, type Tx } from '../db/tx.ts'
import type { House } from '../house.ts'

export type PrintedPaper = {
  estateId: Uuid
  fileName: string
  /**
   * What the audit calls it: who printed what is on the record like an Excel file (FD-731, CP-153). null: `print` itself
   * puts more than that on the record.
   */
  subject: string | null
  subjectId?: Uuid
  /** What was asked for. */
  query: unknown
  print: (tx: Tx) => Promise<Buffer | Refusal>
}

/** Shows one paper as PDF. Of what is refused nothing is recorded. */
export const sendPdf = async (
  { house, actor, reply }: { house: House; actor: Actor; reply: FastifyReply },
  { estateId, fileName, subject, subjectId, query, print }: PrintedPaper,
): Promise<FastifyReply | Refusal> => {
  const pdf = await inTransaction(house.database, { scope: [estateId] }, async (tx) => {
    const printed = await print(tx)
    if (isRefusal(printed) || subject === null) return printed
    await audit(tx, actor, {
      estateId,
      action: `export.${subject}`,
      subjectKind: subject,
      ...(subjectId === undefined ? {} : { subjectId }),
      after: { query },
    })
    return printed
  })
  return isRefusal(pdf)
    ? pdf
    : reply.type('application/pdf').header('content-disposition', `inline; filename="${fileName}"`).send(pdf)
}
