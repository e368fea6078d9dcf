import { Select } from 'antd'
import { z } from 'zod'
import { getFieldPack } from '#contract/field.ts'
import { registerWidget, type Widget } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'
import { useApiQuery } from '../query.ts'
import { useEstate } from '../session.tsx'

/** The places of the estate in their order. */
export const usePlaces = () => {
  const { id: estateId } = useEstate()
  return useApiQuery(getFieldPack, { params: { estateId } }, { topics: ['places'] }).data?.places ?? []
}

const usePlaceOptions = () =>
  usePlaces().map((p) => ({ value: p.id, label: p.name === p.code ? p.name : `${p.code} ${p.name}` }))

/** `widget: 'place'`: one place of the estate, found by its code or name. */
const PlacePicker: Widget = ({ id, value, onChange, spec }) => {
  const { t } = useTexts()
  const options = usePlaceOptions()
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={typeof value === 'string' ? value : undefined}
      onChange={(next: string | undefined) => onChange?.(next)}
      options={options}
      placeholder={t('issue.choose')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      disabled={spec.disabled ?? false}
    />
  )
}
registerWidget('place', PlacePicker)

/** `widget: 'places'`: some of them. */
const PlacesPicker: Widget = ({ id, value, onChange, spec }) => {
  const { t } = useTexts()
  const options = usePlaceOptions()
  const said = z.array(z.string()).safeParse(value ?? [])
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      value={said.success ? said.data : []}
      onChange={(next: string[]) => onChange?.(next)}
      options={options}
      placeholder={t('issue.choose')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      disabled={spec.disabled ?? false}
    />
  )
}
registerWidget('places', PlacesPicker)
