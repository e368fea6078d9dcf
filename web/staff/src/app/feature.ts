import type { ComponentType, ReactNode, Ref } from 'react'
import type { PlainKey } from '#ui/i18n.ts'
import type { Need } from '#ui/session.tsx'

export const NAV_GROUPS = ['work', 'complaints', 'touchpoints', 'estate', 'manage'] as const
export type NavGroup = (typeof NAV_GROUPS)[number]

/** A page below `/e/:estateCode/`. Its code is loaded when somebody goes there. */
export type Feature = {
  /** `desk`, `matters/$id`; also the name in the address. */
  path: string
  title: PlainKey
  /** Permission that opens it (any of several); null for everybody who works in the estate. */
  need: Need | null
  page: () => Promise<{ Page: () => ReactNode }>
  /** Its entry in the navigation; without it the page is reached from other pages. */
  nav?: { group: NavGroup; icon: ComponentType<{ 'aria-hidden'?: boolean }>; keys?: string }
  /** The entry that is marked while this page is shown. */
  under?: string
}

/** What the shell gives to the search field at its top; Ctrl/⌘ K calls `focus`. */
export type OmniboxProps = { ref: Ref<{ focus: () => void }>; onLeave: () => void }

/** Places in the frame that features fill. */
export type Slots = {
  omnibox?: () => Promise<{ Omnibox: ComponentType<OmniboxProps> }>
  /** Small things at the end of the top bar. */
  topBar: readonly (() => Promise<{ Slot: ComponentType }>)[]
  /** Things that may appear over every page, such as a ringing call. */
  overlay: readonly (() => Promise<{ Slot: ComponentType }>)[]
}
