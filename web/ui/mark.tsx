/** The sign of the product: a word that was heard, ticked off. */
export const Mark = ({ size = 24 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="var(--w-accent)" />
    <path
      d="M8 16.5l5.2 5.2L24.5 10.5"
      fill="none"
      stroke="var(--w-on-accent)"
      strokeWidth="3.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
