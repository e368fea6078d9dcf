/** Fen to `1,234.50`; two decimals always, so that columns line up. */
export const yuanText = (fen: number): string => {
  const size = Math.abs(fen)
  const whole = Math.trunc(size / 100)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '−' : ''}${whole}.${String(size % 100).padStart(2, '0')}`
}

/** `12.3` → 1230 fen; undefined when it is no amount with at most two decimals. */
export const fenOf = (text: string): number | undefined => {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(',', '').trim())
  if (!found) return undefined
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

export const Money = ({ fen }: { fen: number }) => <span className="w-figures">¥{yuanText(fen)}</span>
