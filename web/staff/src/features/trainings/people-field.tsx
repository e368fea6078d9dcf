import { keepPreviousData } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { pickStaff } from '#contract/staff.ts'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const Ids = z.array(z.string())
const Names = z.record(z.string(), z.string())
const TYPING_MS = 200

/** `widget: 'people'`, `extra`: names of who stands already, by id. Colleagues of the estate, as many as wanted. */
const PeopleField: Widget = ({ id, value, onChange, spec, kind: _kind, ...aria }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), TYPING_MS)
  const known = Names.safeParse(spec.extra ?? {})
  const [names, setNames] = useState<Record<string, string>>(known.success ? known.data : {})
  const said = Ids.safeParse(value ?? [])
  const people = useApiQuery(
    pickStaff,
    { params: { estateId }, query: { limit: 30, ...(q ? { q } : {}) } },
    { placeholderData: keepPreviousData, topics: ['staff'] },
  )
  return (
    <Select
      {...aria}
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      labelInValue
      value={(said.success ? said.data : []).map((one) => ({ value: one, label: names[one] ?? t('picker.chosen') }))}
      options={(people.data?.rows ?? []).map((one) => ({ value: one.id, label: one.name }))}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('picker.staff')}
      onChange={(picked: { value: string; label: string }[]) => {
        setNames((before) => ({ ...before, ...Object.fromEntries(picked.map((one) => [one.value, one.label])) }))
        onChange?.(picked.map((one) => one.value))
      }}
    />
  )
}
registerWidget('people', PeopleField)
