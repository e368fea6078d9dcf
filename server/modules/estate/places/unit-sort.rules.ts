/** Numbers padded to six digits, so that 3-2-903 stands before 3-2-1203 and 3栋 before 10栋. */
export const unitSortKey = (unitNo: string): string =>
  unitNo.replace(/\d+/g, (digits) => digits.padStart(6, '0')).slice(0, 120)

/** The storey a room number tells: 1203 is on 12, 903 on 9; null where it tells none (12, A3, villas, parking). */
export const floorOf = (kind: string, room: string): number | null => {
  const digits = kind === 'flat' || kind === 'shop' ? /^(\d{1,3})\d{2}[A-Z]?$/.exec(room)?.[1] : undefined
  return digits === undefined ? null : Number(digits)
}
