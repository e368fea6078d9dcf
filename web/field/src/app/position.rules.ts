import type { PhonePosition } from '#contract/inspections.ts'

export type Located = { position: PhonePosition | null; positionMissing?: string | undefined }
/** Whether a place that asks for it lacks both the position and the reason. */
export const lacksPosition = (needed: boolean, { position, positionMissing }: Located): boolean =>
  needed && position === null && !positionMissing?.trim()
/** As it is sent. */
export const sentPosition = ({ position, positionMissing }: Located) => {
  const reason = positionMissing?.trim()
  return position ? { position } : reason ? { positionMissing: reason } : {}
}
