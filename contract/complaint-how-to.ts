import { z } from 'zod'
import { EstateParams } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Instant, LocalDate, Uuid } from './values.ts'

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

export const ContactsOfEstate = z.object({
  estate: z.object({ id: Uuid, code: z.string(), name: z.string() }),
  missing: z.array(z.enum(CONTACT_ITEMS)),
  /** Of the last change of any of the five, as on the page for residents. */
  changedAt: Instant.nullable(),
  changedOn: LocalDate.nullable(),
})
export type ContactsOfEstate = z.infer<typeof ContactsOfEstate>

export const CONTACTS_SHOWN = ['incomplete', 'complete', 'all'] as const
export const listComplaintContacts = route({
  id: 'listComplaintContacts',
  method: 'GET',
  path: '/api/v1/company/complaint-contacts',
  access: 'dashboard.company',
  tag: 'complaint-figures',
  summary: 'Estates of the caller that do not publish all five ways to complain, by name, with what each lacks',
  query: PageQuery.extend({
    show: z.enum(CONTACTS_SHOWN).default('incomplete'),
    /** Only those that lack this one. */
    lacks: z.enum(CONTACT_ITEMS).optional(),
    q: z.string().trim().max(100).optional(),
  }),
  /** `incomplete`: how many there are in all, whatever is shown. */
  response: pageOf(ContactsOfEstate).extend({ incomplete: z.number().int() }),
})
