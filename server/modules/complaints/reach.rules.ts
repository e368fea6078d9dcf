type Whom = { contactable: boolean; channel: string; flags?: readonly string[] }

/** CP-063: somebody can be answered by what they left, or there where they posted. */
export const canBeReached = ({ contactable, channel, flags = [] }: Whom): boolean =>
  contactable || channel === 'forum' || flags.includes('online')

/** CP-078: an answer counts when it was given to them: in person, or where it is read; not to a number that nobody left. */
export const isReply = (whom: Whom, way: string): boolean => canBeReached(whom) || way === 'inPerson' || way === 'post'
