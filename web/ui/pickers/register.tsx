import { Input } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { registerWidget, type Widget, type WidgetProps } from '../form/widget.ts'

/** Pickers ask the server and are needed in few forms: their code comes when one is shown. */
const late = (load: () => Promise<ComponentType<WidgetProps>>): Widget => {
  const Late = lazy(async () => ({ default: await load() }))
  return (props) => (
    <Suspense fallback={<Input disabled aria-label={props.spec.label} />}>
      <Late {...props} />
    </Suspense>
  )
}

registerWidget(
  'staff',
  late(async () => (await import('./staff-picker.tsx')).StaffPicker),
)
registerWidget(
  'photos',
  late(async () => (await import('../file/photos-field.tsx')).PhotosField),
)
registerWidget(
  'matter',
  late(async () => (await import('./matter-picker.tsx')).MatterPicker),
)
registerWidget(
  'unit',
  late(async () => (await import('./household-picker.tsx')).UnitPicker),
)
registerWidget(
  'customer',
  late(async () => (await import('./household-picker.tsx')).CustomerPicker),
)
registerWidget(
  'watchChannel',
  late(async () => (await import('./watch-channel-picker.tsx')).WatchChannelPicker),
)
