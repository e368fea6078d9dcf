import type { SessionEstate } from '#contract/session.ts'
import type { Feature } from './feature.ts'

type Guarded = Pick<Feature, 'path' | 'need' | 'nav' | 'under'>
type Rights = Pick<SessionEstate, 'permissions'>

export const allowed = ({ permissions }: Rights, { need }: Pick<Feature, 'need'>): boolean => {
  if (need === null) return true
  const list = typeof need === 'string' ? [need] : need
  return list.some((permission) => permissions.includes(permission))
}

/** The entries a person sees; nothing that would only answer "no permission". */
export const navEntries = <F extends Guarded>(features: readonly F[], rights: Rights): F[] =>
  features.filter((feature) => feature.nav !== undefined && allowed(rights, feature))

/** Segments of a feature's path that an address must fill; `$id` fits anything. */
const fits = (path: string, rest: string) => {
  const wanted = path.split('/')
  const given = rest.split('/').filter(Boolean)
  return wanted.length <= given.length && wanted.every((part, at) => part.startsWith('$') || part === given[at])
}

/** Which entry is marked on an address below the estate: the longest path that fits, or what that page is under. */
export const activePath = (features: readonly Guarded[], rest: string): string | undefined => {
  const best = features.filter(({ path }) => fits(path, rest)).sort((a, b) => b.path.length - a.path.length)[0]
  return best?.nav ? best.path : best?.under
}

/** After a change of estate: the same page where it is allowed, without the id of the old estate. */
export const sameFeature = <F extends Guarded>(features: readonly F[], rest: string, rights: Rights): F | undefined => {
  const path = activePath(features, rest)
  const entries = navEntries(features, rights)
  return entries.find((feature) => feature.path === path) ?? entries[0]
}

/** Where a phone's bar ends: all entries if they fit, else four and "more". */
export const barEntries = <F>(entries: readonly F[], room = 5): { shown: readonly F[]; more: readonly F[] } =>
  entries.length <= room
    ? { shown: entries, more: [] }
    : { shown: entries.slice(0, room - 1), more: entries.slice(room - 1) }

/** An address inside this app, for coming back after sign-in; never another site. */
export const safeBack = (back: unknown): string =>
  typeof back === 'string' && /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : '/'
