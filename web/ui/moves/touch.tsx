import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import { useIsPhone } from '../media.ts'

/** Fingers need 48 px; below 16 px of type a phone zooms into the field. */
const TOUCH = { token: { controlHeight: 48, controlHeightSM: 44, fontSize: 16 } }

/** On a phone everything inside is as large as a finger; elsewhere it stays as it is. */
export const Touch = ({ children }: { children: ReactNode }) => {
  const phone = useIsPhone()
  return phone ? <ConfigProvider theme={TOUCH}>{children}</ConfigProvider> : children
}
