import { z } from 'zod'
import { EstateParams } from './matters.ts'
import { route } from './route.ts'
import { Instant, LocalDate } from './values.ts'

/** CP-032: what a centre must publish, so that people know how to complain. */
export const CONTACT_ITEMS = ['phone', 'fax', 'email', 'person', 'suggestionBox'] as const
export type ContactItem = (typeof CONTACT_ITEMS)[number]

const item = z.string().nullable()
export const HowToComplain = z.object({
  estateName: z.string(),
  phone: item,
  fax: item,
  email: item,
  person: item,
  suggestionBox: item,
  /** Of the last change of any of the five; the day is that of the estate. */
  changedAt: Instant.nullable(),
  changedOn: LocalDate.nullable(),
  complete: z.boolean(),
  missing: z.array(z.enum(CONTACT_ITEMS)),
})
export type HowToComplain = z.infer<typeof HowToComplain>

export const getHowToComplain = route({
  id: 'getHowToComplain',
  method: 'GET',
  path: '/api/v1/public/estates/:estateId/how-to-complain',
  access: 'public',
  tag: 'complaints',
  summary: 'How residents of an estate complain: telephone, fax, e-mail, person, suggestion box',
  params: EstateParams,
  response: HowToComplain,
})
