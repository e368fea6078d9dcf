import { Segmented } from 'antd'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'

/** FD-013: the customer signs, or was not there to sign; there is no third reason. The value is that of `unsigned`. */
const SigningWidget: Widget = ({ value, onChange }) => {
  const { t } = useTexts()
  return (
    <Segmented
      aria-label={t('order.signing')}
      value={value === 'customerAbsent' ? 'absent' : 'signs'}
      onChange={(next) => onChange?.(next === 'absent' ? 'customerAbsent' : undefined)}
      options={[
        { value: 'signs', label: t('verb.sign') },
        { value: 'absent', label: t('order.absentUnsigned') },
      ]}
    />
  )
}

registerWidget('orderSigning', SigningWidget)
