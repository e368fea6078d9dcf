import { z } from 'zod'
import { route } from './route.ts'
import { Uuid } from './values.ts'

/** Topics of the event stream; a screen refetches what it shows of a topic. */
export const LIVE_TOPICS = [
  'matters',
  'orders',
  'messages',
  'queue',
  'calls',
  'inventory',
  'handover',
  'duty',
  'staff',
  'settings',
  'imports',
  'customers',
  'units',
  'complaints',
  'inspection',
  'surveys',
] as const

export const watchEstate = route({
  id: 'watchEstate',
  method: 'GET',
  path: '/api/v1/estates/:estateId/live',
  access: 'signed-in',
  tag: 'live',
  summary: 'Server-sent events: which topics of the estate have news; ids only, never content',
  params: z.object({ estateId: Uuid }),
  response: z.string(),
})
