import { type ComponentType, lazy, Suspense } from 'react'
import type { OmniboxProps } from '../feature.ts'
import { SLOTS } from '../features.ts'

const lazySlot = (load: () => Promise<{ Slot: ComponentType }>) =>
  lazy(() => load().then(({ Slot }) => ({ default: Slot })))

const overlays = SLOTS.overlay.map(lazySlot)
const topBar = SLOTS.topBar.map(lazySlot)
const { omnibox } = SLOTS

export const OmniboxSlot: ComponentType<OmniboxProps> | undefined = omnibox
  ? lazy(() => omnibox().then(({ Omnibox }) => ({ default: Omnibox })))
  : undefined

const All = ({ list }: { list: readonly ComponentType[] }) =>
  list.map((Slot, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed when the program is built
    <Suspense key={at} fallback={null}>
      <Slot />
    </Suspense>
  ))

export const Overlays = () => <All list={overlays} />
export const TopBarSlots = () => <All list={topBar} />
