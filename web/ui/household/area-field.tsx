import { Input } from 'antd'
import { useState } from 'react'
import { registerWidget, type Widget } from '../form/widget.ts'
import { areaOf, areaText } from './square-metres.ts'

/** Typed in square metres, kept in hundredths. What is no area stays as text, so that the schema can refuse it. */
const AreaField: Widget = ({ id, value, onChange, spec, kind: _kind, ...aria }) => {
  const [typed, setTyped] = useState<string>()
  const shown = typeof value === 'number' ? areaText(value) : typeof value === 'string' ? value : ''
  return (
    <Input
      {...aria}
      {...(id === undefined ? {} : { id })}
      inputMode="decimal"
      suffix="m²"
      autoComplete="off"
      value={typed ?? shown}
      placeholder={spec.placeholder}
      disabled={spec.disabled}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange?.(target.value.trim() === '' ? null : (areaOf(target.value) ?? target.value))
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

registerWidget('area', AreaField)
