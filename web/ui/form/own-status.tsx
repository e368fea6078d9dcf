import { FormItemInputContext } from 'antd/es/form/context'
import type { ReactNode } from 'react'

const NONE = {}

/** Around a widget of several inputs: each marks itself, instead of all turning red with their field. */
export const OwnStatus = ({ children }: { children: ReactNode }) => (
  <FormItemInputContext value={NONE}>{children}</FormItemInputContext>
)
