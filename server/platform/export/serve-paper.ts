import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { RouteShape } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '../audit/audit.ts'
import type { Actor } from '../auth/actor.ts'
import { inTransaction, type Tx } from '../db/tx.ts'
import { type Paper as LongPaper, renderAside } from '../documents/render-aside.ts'
import type { House } from '../house.ts'
import { type Served, serveRaw } from '../http/serve.ts'

type PaperCall<P, Q> = { tx: Tx; actor: Actor; params: P; query: Q; house: House }
type PaperRoute<P, Q> = RouteShape & { params: z.ZodType<P>; query: z.ZodType<Q> }
type Paper<P> = {
  fileName: string | ((params: P) => string)
  /**
   * What the audit calls it: who printed what is on the record like an Excel file (FD-731, CP-153). null: `print` itself
   * puts more than that on the record.
   */
  subject: string | null
}

/** Shows one paper as PDF, of an estate or of one thing in it (`id`). Of what is refused nothing is recorded. */
export const servePaper = <P extends { estateId: Uuid; id?: Uuid }, Q extends object>(
  route: PaperRoute<P, Q>,
  { fileName, subject }: Paper<P>,
  print: (call: PaperCall<P, Q>) => Promise<Buffer | Refusal>,
): Served => ({
  route,
  mode: 'raw',
  handle: async ({ reply, ...call }: Omit<PaperCall<P, Q>, 'tx'> & { reply: FastifyReply }) => {
    const { actor, params, query, house } = call
    const { estateId, id, ...asked } = params
    const pdf = await inTransaction(house.database, { scope: [estateId] }, async (tx) => {
      const printed = await print({ tx, actor, params, query, house })
      if (isRefusal(printed) || subject === null) return printed
      await audit(tx, actor, {
        estateId,
        action: `export.${subject}`,
        subjectKind: subject,
        ...(id === undefined ? {} : { subjectId: id }),
        after: { query: { ...asked, ...query } },
      })
      return printed
    })
    return isRefusal(pdf) ? pdf : sendPdf(reply, typeof fileName === 'string' ? fileName : fileName(params), pdf)
  },
})

const sendPdf = (reply: FastifyReply, name: string, pdf: Buffer) =>
  reply.type('application/pdf').header('content-disposition', `inline; filename="${name}"`).send(pdf)

/** The same for a paper over all estates of the caller. It is read and recorded first and set when nothing is held open. */
export const serveCompanyPaper = <Q extends object>(
  route: RouteShape & { query: z.ZodObject & z.ZodType<Q> },
  { fileName, subject }: { fileName: string; subject: string },
  read: (call: { tx: Tx; actor: Actor; query: Q }) => Promise<LongPaper>,
): Served =>
  serveRaw(route, async ({ actor, query: asked, house, reply, request }) => {
    const query = route.query.parse(asked) as Q
    const paper = await inTransaction(house.database, { scope: request.scope }, async (tx) => {
      const after = { query }
      await audit(tx, actor, { estateId: null, action: `export.${subject}`, subjectKind: subject, after })
      return read({ tx, actor, query })
    })
    return isRefusal(paper) ? paper : sendPdf(reply, fileName, await renderAside(paper))
  })
