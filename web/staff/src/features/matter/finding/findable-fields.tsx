import { keepPreviousData } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { listFindable } from '#contract/findings.ts'
import { errorText } from '#ui/error-text.ts'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import { RemoteSelect } from '#ui/pickers/remote-select.tsx'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const TYPING_MS = 200
/** `extra` of both fields: the touchpoint that the finding is about. */
const Touchpoint = z.enum(TOUCHPOINTS)

/** `widget: 'findablePlace'`: a place of the touchpoint, found by its code or name. */
const PlaceField: Widget = (props) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), TYPING_MS)
  const touchpoint = Touchpoint.parse(props.spec.extra)
  const query = { touchpoint, ...(q ? { q } : {}) }
  const found = useApiQuery(
    listFindable,
    { params: { estateId }, query },
    { placeholderData: keepPreviousData, topics: ['places'] },
  )
  const choices = (found.data?.places ?? []).map(({ id, code, name }) => {
    const label = name === code ? name : `${code} ${name}`
    return { value: id, name: label, content: label }
  })
  return (
    <RemoteSelect
      props={props}
      choices={choices}
      loading={found.isPending}
      failed={found.error ? errorText(t, found.error) : undefined}
      onSearch={setTyped}
      placeholder={t('issue.choose')}
    />
  )
}
registerWidget('findablePlace', PlaceField)

/** `widget: 'findableItem'`: an item that the chosen place has. */
const ItemField: Widget = ({ id, value, onChange, spec }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const touchpoint = Touchpoint.parse(spec.extra)
  const placeId: unknown = Form.useWatch('placeId', Form.useFormInstance())
  const asked = typeof placeId === 'string' ? { params: { estateId }, query: { touchpoint, placeId } } : null
  const items = useApiQuery(listFindable, asked, { topics: ['places'] }).data?.items
  const gone = items !== undefined && value !== undefined && !items.some((item) => item.id === value)
  useEffect(() => {
    if (gone) onChange?.(undefined)
  }, [gone, onChange])
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={typeof value === 'string' ? value : undefined}
      onChange={(next: string | undefined) => onChange?.(next)}
      options={(items ?? []).map((item) => ({
        value: item.id,
        label: `${t(`severity.${item.severity}`)} · ${item.statement[lang]}`,
      }))}
      placeholder={t(asked ? 'issue.choose' : 'finding.placeFirst')}
      disabled={asked === null}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
    />
  )
}
registerWidget('findableItem', ItemField)
