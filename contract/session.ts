import { z } from 'zod'
import { LINES, PERMISSIONS, ROLE_CODES } from './permissions.ts'
import { route } from './route.ts'
import { CallHoursSettings } from './rules/call-hours.ts'
import { SETTINGS } from './settings.ts'
import { Uuid } from './values.ts'

/** Settings that a page goes by before the server is asked; whoever may not read the settings is told these all the same. */
const PageSettings = z.object({
  hotGroup: SETTINGS['complaint.hotGroup'].schema,
  majorFromFen: SETTINGS['complaint.majorFromFen'].schema,
  lateOralAfter: SETTINGS['telephone.lateOralAfter'].schema,
  lateRingSeconds: SETTINGS['telephone.lateRingSeconds'].schema,
  /** KN-205; left out where they are the usual ones. */
  callHours: CallHoursSettings.optional(),
})

export const SessionEstate = z.object({
  id: Uuid,
  code: z.string(),
  name: z.string(),
  centre: z.string(),
  company: z.string(),
  timeZone: z.string(),
  roles: z.array(z.enum(ROLE_CODES)),
  lines: z.array(z.enum(LINES)),
  permissions: z.array(z.enum(PERMISSIONS)),
  settings: PageSettings,
})
export const Session = z.object({
  staff: z.object({ id: Uuid, name: z.string(), username: z.string(), staffNo: z.string() }),
  /** The account must set up a second factor before it may do anything else. */
  secondFactorDue: z.boolean(),
  estates: z.array(SessionEstate),
  /** What I may do by roles that span the company: what is every estate's is theirs to change. */
  companyWide: z.array(z.enum(PERMISSIONS)),
  /** Set while the demo estate is shown; never in real use. */
  demo: z.boolean(),
})
export type Session = z.infer<typeof Session>
export type SessionEstate = z.infer<typeof SessionEstate>

export const getSession = route({
  id: 'getSession',
  method: 'GET',
  path: '/api/v1/session',
  access: 'signed-in',
  tag: 'session',
  summary: 'Who I am, which estates I work in and what I may do there',
  response: Session,
})

/** Only with DEMO on: the accounts of the demo estate for the sign-in page. */
export const listDemoAccounts = route({
  id: 'listDemoAccounts',
  method: 'GET',
  path: '/api/v1/demo-accounts',
  access: 'public',
  tag: 'session',
  summary: 'The demo accounts, empty outside the demo',
  response: z.array(
    z.object({
      username: z.string(),
      password: z.string(),
      name: z.string(),
      role: z.enum(ROLE_CODES),
      code: z.string().nullable(),
    }),
  ),
})
