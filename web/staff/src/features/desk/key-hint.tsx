import { Kbd } from '#ui/kbd.tsx'
import { useIsPhone } from '#ui/media.ts'

/** The key of a button, for those who have a keyboard. */
export const KeyHint = ({ keys }: { keys: string }) => (useIsPhone() ? null : <Kbd keys={keys} />)
