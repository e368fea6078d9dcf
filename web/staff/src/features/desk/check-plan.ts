import { z } from 'zod'
import { TakeMessage } from '#contract/calls.ts'
import { RegisterMatter } from '#contract/matters.ts'
import { RecordConsultation } from '#contract/must-know.ts'
import { type FormErrors, schemaErrors } from '#ui/form/form-errors.ts'
import type { T } from '#ui/i18n.ts'
import type { Conversation } from './conversation.rules.ts'
import { NAMES } from './page-fields.ts'
import { type Plan, placeOf } from './registration.rules.ts'

const SCHEMAS = { matter: RegisterMatter, consultation: RecordConsultation, message: TakeMessage } as const

/** What is missing or wrong, by the schema of the route and by what the desk asks beyond it; undefined when nothing is. */
export const faultsOf = (t: T, talk: Conversation, plan: Plan): FormErrors | undefined => {
  const parsed = z.safeParse(SCHEMAS[plan.kind], plan.body)
  const { fields, whole }: FormErrors = parsed.success
    ? { fields: {}, whole: undefined }
    : schemaErrors(t, parsed.error, plan.body, NAMES)
  // CP-034: the place of the matter.
  if (talk.values.contactType === 'complaint' && !placeOf(talk)) fields.place = [t('issue.required')]
  // what is no amount is kept as it was typed
  if (typeof talk.values.claim === 'string' && fields['complaint.claimFen'])
    fields['complaint.claimFen'] = [t('desk.claimWrong')]
  // FD-414: a question that stays open needs somebody to answer it to.
  const open = plan.kind === 'consultation' && plan.body.answer === undefined
  if (open && (talk.values.anonymous || plan.body.contactable !== true)) fields.contactable = [t('desk.phoneNeeded')]
  return parsed.success && Object.keys(fields).length === 0 ? undefined : { fields, whole }
}
