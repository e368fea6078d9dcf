/** What stands in one estate. The company grows by estates, so that a hundredth of it is the same work on less data. */
export const EACH = {
  customers: 1_000,
  units: 600,
  vehicles: 300,
  matters: 1_000,
  staff: 6,
  /** Entries of the timeline of the newest matter; the others have two or three. */
  longTimeline: 200,
} as const

/** One estate in five is large. On average 20 of 1,000 matters are open: 20,000 of 1,000,000. */
export const LARGE_EVERY = 5
export const OPEN = { large: 60, small: 10 } as const

/** Complaints of one estate over so many years, where they are measured: 5,000,000 of 1,000 estates. */
export const COMPLAINTS = 5_000
export const OPEN_COMPLAINTS = 25
export const YEARS = 5

/** Where looks are measured: so many places an estate, and looks at each of them in a year; 20,000,000 answers of 1,000 estates. */
export const PLACES = 200
export const LOOKS = 5
export const ANSWERS = 20

/** Places of the people of an estate: two clerks of the desk share its matters; the others are told of late clocks. */
export const ROLES = [
  { role: 'frontDeskClerk', line: null },
  { role: 'frontDeskClerk', line: null },
  { role: 'csLead', line: null },
  { role: 'centreHead', line: null },
  { role: 'repairLead', line: 'repair' },
  { role: 'technician', line: 'repair' },
] as const

/** Different names in the company; a name comes back in other estates, as names do. */
export const NAMES = 20_000
export const PASSWORD = 'benchmark2026'
export const clerkOf = (estate: number): string => `clerk_${estate}_0`
/** Works in every estate of the company. */
export const COMPANY_PERSON = 'quality'
/** Number of the staff member who is beyond all estates. */
export const COMPANY_STAFF = 1_000_000
