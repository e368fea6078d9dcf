import { Checkbox, Select } from 'antd'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import styles from './estates.module.css'

/** Up to this many buildings are all shown at once. */
const FEW = 60

/** `widget: 'buildings'`: which buildings belong to an area. */
const BuildingChoice: Widget = ({ id, value, onChange, spec, kind: _kind, ...aria }) => {
  const chosen = Array.isArray(value) ? value.map(String) : []
  const options = (spec.options ?? []).map((option) => ({ ...option }))
  if (options.length <= FEW) {
    return (
      <Checkbox.Group
        className={styles.boxes ?? ''}
        value={chosen}
        onChange={(next) => onChange?.(next)}
        options={options}
      />
    )
  }
  return (
    <Select
      {...aria}
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      value={chosen}
      onChange={(next: string[]) => onChange?.(next)}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
    />
  )
}

registerWidget('buildings', BuildingChoice)
