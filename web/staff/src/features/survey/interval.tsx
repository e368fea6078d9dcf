export const two = (value: number) => value.toFixed(2)

/** A figure with its 95 % interval under it. */
export const Interval = ({ value, of }: { value: number | undefined; of: { low: number; high: number } | null }) =>
  value === undefined || of === null ? (
    '—'
  ) : (
    <>
      {two(value)}
      <br />
      <span className="w-small w-quiet">
        {two(of.low)} – {two(of.high)}
      </span>
    </>
  )
