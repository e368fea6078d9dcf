import type { StandardItem } from '#contract/standards.ts'
import type { Content, TypedLimit } from './typed-work.ts'

const isOpen = (value: TypedLimit['value'] | undefined): boolean =>
  value === 'site-defined' || value === null || (Array.isArray(value) && value.some((end) => end === null))

/** Items whose limit waits for the estate's own figure, as long as it looks at them and has not set one. */
export const unsetLimits = (items: readonly StandardItem[], { off, changed }: Pick<Content, 'off' | 'changed'>) =>
  items.filter(({ id, active, threshold }) => {
    const own = changed[id]?.threshold
    const held = own === undefined ? threshold : own
    return active && off[id] === undefined && isOpen(held?.value)
  })
