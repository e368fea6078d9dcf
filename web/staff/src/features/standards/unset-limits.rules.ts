import type { StandardItem } from '#contract/standards.ts'
import type { Content } from './variant-work.rules.ts'

/** Items whose limit waits for the estate's own figure, as long as it looks at them and has not set one. */
export const unsetLimits = (items: readonly StandardItem[], { off, changed }: Pick<Content, 'off' | 'changed'>) =>
  items.filter(({ id, active, threshold }) => {
    const own = changed[id]?.threshold
    const held = own === undefined ? threshold : own
    return active && off[id] === undefined && held?.value === 'site-defined'
  })
