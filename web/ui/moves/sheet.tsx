import { Drawer, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useIsPhone } from '../media.ts'
import { Touch } from './touch.tsx'

/** Leaves a strip of the page visible, so that one knows where one is. */
const PHONE_HEIGHT = 'calc(100dvh - 40px)'

/** A form over the page: a dialogue where there is room, on a phone a sheet as high as the screen. */
export const Sheet = ({
  title,
  onClose,
  width = 560,
  children,
}: {
  title: ReactNode
  onClose: () => void
  width?: number
  children: ReactNode
}) => {
  const phone = useIsPhone()
  if (phone) {
    return (
      <Drawer open title={title} onClose={onClose} placement="bottom" size={PHONE_HEIGHT} destroyOnHidden>
        <Touch>{children}</Touch>
      </Drawer>
    )
  }
  return (
    <Modal open title={title} onCancel={onClose} footer={null} destroyOnHidden width={width}>
      {children}
    </Modal>
  )
}
