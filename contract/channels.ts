/** How a word reached us (CP-030, CP-031). Oral ones are answered the same day (CP-070). */
export const CHANNELS = [
  'phone',
  'visit',
  'on_site',
  'app_message',
  'letter',
  'fax',
  'email',
  'suggestion_box',
  'forum',
  'press',
  'superior',
  'questionnaire',
  'government_hotline',
  'inspection',
  'web_form',
] as const
export type Channel = (typeof CHANNELS)[number]

/** CP-004: every contact has exactly one. */
export const CONTACT_TYPES = ['service', 'complaint', 'enquiry', 'suggestion', 'praise', 'emergency'] as const
export type ContactType = (typeof CONTACT_TYPES)[number]
/** What matters are about: what customers come with, and what we find ourselves; nobody can register the latter. */
export const MATTER_TYPES = [...CONTACT_TYPES, 'finding', 'violation'] as const
export type MatterType = (typeof MATTER_TYPES)[number]

/** The kind of matter that each becomes. */
export const KIND_OF_CONTACT = {
  service: 'service',
  complaint: 'complaint',
  enquiry: 'info',
  suggestion: 'info',
  praise: 'info',
  emergency: 'emergency',
  finding: 'finding',
  violation: 'violation',
} as const satisfies Record<MatterType, string>

export const FLAGS = [
  'anonymous',
  'aboutNeighbour',
  'majorSuspected',
  'major',
  'hot',
  'possiblyHot',
  'groupComplaint',
  'headMustAppear',
  'extremeRisk',
  'sensitive',
  'unreasonable',
  'online',
  'wideImpact',
  'companyLevel',
  'atQuality',
  'developerLegacy',
  'important',
  'noCallbackWish',
  'complaintOffered',
  'escalated',
  'dedicated',
  'unknownAnswer',
  'lateReport',
  'formDue',
  'customerAbsentTwice',
] as const
export type Flag = (typeof FLAGS)[number]
