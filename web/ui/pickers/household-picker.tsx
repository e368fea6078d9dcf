import { useState } from 'react'
import { getCustomer } from '#contract/customers.ts'
import { getUnit } from '#contract/units.ts'
import { errorText } from '../error-text.ts'
import type { Widget, WidgetProps } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'
import { useApiQuery } from '../query.ts'
import { useEstate } from '../session.tsx'
import { useEstateSearch } from './estate-search.ts'
import { HitRow, hitName } from './hit-row.tsx'
import styles from './picker.module.css'
import { RemoteSelect } from './remote-select.tsx'

const idOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

const HouseholdPicker = ({
  props,
  kind,
  chosen,
}: {
  props: WidgetProps
  kind: 'unit' | 'customer'
  chosen: string | undefined
}) => {
  const { t } = useTexts()
  const [typed, setTyped] = useState('')
  const found = useEstateSearch(typed, [kind])
  const choices = found.groups
    .flatMap((group) => group.hits)
    .map((hit) => ({
      value: hit.id,
      name: hitName(hit),
      content: (
        <span className={styles.hit}>
          <HitRow hit={hit} query={typed} />
        </span>
      ),
    }))
  return (
    <RemoteSelect
      props={props}
      choices={choices}
      loading={typed.trim() !== '' && !found.settled}
      failed={found.error ? errorText(t, found.error) : typed.trim() ? undefined : t('picker.type')}
      onSearch={setTyped}
      placeholder={t(kind === 'unit' ? 'picker.unit' : 'picker.customer')}
      nameOf={chosen}
    />
  )
}

/** `widget: 'unit'`: a unit by its number in any habit of writing, or by who lives there. */
export const UnitPicker: Widget = (props) => {
  const { id: estateId } = useEstate()
  const id = idOf(props.value)
  const unit = useApiQuery(getUnit, id ? { params: { estateId, id } } : null, { topics: ['units'] })
  return <HouseholdPicker props={props} kind="unit" chosen={unit.data?.display} />
}

/** `widget: 'customer'`: a customer by name, initials, room, phone or plate. */
export const CustomerPicker: Widget = (props) => {
  const { id: estateId } = useEstate()
  const id = idOf(props.value)
  const customer = useApiQuery(getCustomer, id ? { params: { estateId, id } } : null, { topics: ['customers'] })
  return <HouseholdPicker props={props} kind="customer" chosen={customer.data?.name} />
}
