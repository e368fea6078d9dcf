import { AimOutlined } from '@ant-design/icons'
import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { Place } from '#contract/places.ts'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import { positionOf, positionText } from './position.rules.ts'

const WITHIN_MS = 10_000

/** `widget: 'position'`: as a map gives it, typed, pasted, or taken from where this device is. */
const PositionField: Widget = ({ id, value, onChange, ...told }) => {
  const { t } = useTexts()
  const known = Place.shape.position.safeParse(value)
  const [typed, setTyped] = useState(() => positionText(known.success ? known.data : null))
  const [asking, setAsking] = useState(false)
  const change = (words: string) => {
    setTyped(words)
    // what is no position is refused beside the field as it was typed
    onChange?.(words.trim() === '' ? null : (positionOf(words) ?? words))
  }
  const here = () => {
    setAsking(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        change(positionText(coords))
        setAsking(false)
      },
      () => setAsking(false),
      { enableHighAccuracy: true, timeout: WITHIN_MS },
    )
  }
  return (
    <Space.Compact block>
      <Input
        {...(id === undefined ? {} : { id })}
        aria-describedby={told['aria-describedby']}
        aria-invalid={told['aria-invalid']}
        value={typed}
        placeholder="31.23040, 121.47370"
        inputMode="decimal"
        maxLength={60}
        onChange={(event) => change(event.target.value)}
      />
      <Button
        icon={<AimOutlined aria-hidden />}
        aria-label={t('places.positionHere')}
        title={t('places.positionHere')}
        loading={asking}
        onClick={here}
      />
    </Space.Compact>
  )
}
registerWidget('position', PositionField)
