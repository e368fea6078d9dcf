import type { z } from 'zod'

/** Says "please fill this in" at a field that is asked for only beside certain others. */
export const needed = (ctx: z.core.$RefinementCtx, field: string) =>
  ctx.addIssue({ code: 'too_small', origin: 'string', minimum: 1, inclusive: true, input: '', path: [field] })
