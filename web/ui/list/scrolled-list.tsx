import type { ReactNode } from 'react'

/** A list inside something that scrolls, such as a drawer: whoever uses keys gets into it. */
export const ScrolledList = ({ className, children }: { className?: string | undefined; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
  <ul className={className ?? ''} tabIndex={0}>
    {children}
  </ul>
)
