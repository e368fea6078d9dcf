import { PhoneOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { type OrderLine, showOrderPhone } from '#contract/orders.ts'
import { useTexts } from '../i18n.ts'
import { useNotice } from '../notice.tsx'
import { useApiMutation } from '../query.ts'
import { useEstate } from '../session.tsx'
import { callPurpose } from './next-step.rules.ts'

/** FD-015: the first touch asks for the number (each showing is logged with its purpose), the second dials it. */
export const PhoneButton = ({ order, block = false }: { order: Pick<OrderLine, 'id' | 'state'>; block?: boolean }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const [phones, setPhones] = useState<readonly string[]>()
  const show = useApiMutation(showOrderPhone, {
    touches: [],
    onError: notice.bad,
    onSuccess: (answer) => setPhones(answer.phones),
  })
  if (!phones) {
    return (
      <Button
        block={block}
        icon={<PhoneOutlined aria-hidden />}
        loading={show.isPending}
        onClick={() => show.mutate({ params: { estateId, id: order.id }, body: { purpose: callPurpose(order.state) } })}
      >
        {t('order.showPhone')}
      </Button>
    )
  }
  if (phones.length === 0) return <span className="w-quiet">{t('order.noPhone')}</span>
  return phones.map((phone) => (
    <Button key={phone} block={block} type="primary" ghost icon={<PhoneOutlined aria-hidden />} href={`tel:${phone}`}>
      <span className="w-figures">{t('order.call', { phone })}</span>
    </Button>
  ))
}
