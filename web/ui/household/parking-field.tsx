import { useState } from 'react'
import { getUnit } from '#contract/units.ts'
import { errorText } from '../error-text.ts'
import { registerWidget, type Widget } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'
import { useEstateSearch } from '../pickers/estate-search.ts'
import { RemoteSelect } from '../pickers/remote-select.tsx'
import { useApiQuery } from '../query.ts'
import { useEstate } from '../session.tsx'

const PARKING_ONLY = ['unit'] as const

/** `widget: 'parkingSpace'`: a parking space by its number, in any habit of writing. */
const ParkingField: Widget = (props) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [typed, setTyped] = useState('')
  const found = useEstateSearch(typed, PARKING_ONLY)
  const id = typeof props.value === 'string' && props.value ? props.value : undefined
  const chosen = useApiQuery(getUnit, id ? { params: { estateId, id } } : null, { topics: ['units'] })
  const spaces = found.groups.flatMap(({ hits }) =>
    hits.flatMap((hit) => (hit.kind === 'unit' && hit.unitKind === 'parking' ? [hit] : [])),
  )
  return (
    <RemoteSelect
      props={props}
      choices={spaces.map((space) => ({ value: space.id, name: space.display, content: space.display }))}
      loading={typed.trim() !== '' && !found.settled}
      failed={found.error ? errorText(t, found.error) : undefined}
      onSearch={setTyped}
      placeholder={t('things.space')}
      nameOf={chosen.data?.display}
    />
  )
}

registerWidget('parkingSpace', ParkingField)
