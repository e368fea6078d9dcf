import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { z } from 'zod'
import { listAreas } from '#contract/estate.ts'
import { ITEM_CONDITIONS, ITEM_FREQUENCIES, PlanItems } from '#contract/inspection-plans.ts'
import { SEVERITIES } from '#contract/touchpoints.ts'
import { OwnStatus } from '#ui/form/own-status.tsx'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import styles from './plans.module.css'
import { windowsIn } from './typed.rules.ts'

/** `widget: 'hours'`: windows of local time, one under the other. */
const HoursField: Widget = ({ value, onChange }) => {
  const { t } = useTexts()
  const windows = windowsIn(value)
  const set = (at: number, patch: object) => onChange?.(windows.map((w, i) => (i === at ? { ...w, ...patch } : w)))
  return (
    <OwnStatus>
      <div className={styles.parts}>
        {windows.map((window, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: windows have no names of their own
          <span key={i} className={styles.window}>
            <Input
              type="time"
              className={styles.time ?? ''}
              aria-label={t('plans.windowFrom', { n: i + 1 })}
              value={window.from ?? ''}
              onChange={(event) => set(i, { from: event.target.value })}
            />
            –
            <Input
              type="time"
              className={styles.time ?? ''}
              aria-label={t('plans.windowTo', { n: i + 1 })}
              value={window.to ?? ''}
              onChange={(event) => set(i, { to: event.target.value })}
            />
            <Button
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('plans.windowRemove', { n: i + 1 })}
              onClick={() => onChange?.(windows.filter((_, at) => at !== i))}
            />
          </span>
        ))}
        <span>
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => onChange?.([...windows, { from: '09:00', to: '17:00' }])}
          >
            {t('plans.windowAdd')}
          </Button>
        </span>
      </div>
    </OwnStatus>
  )
}
registerWidget('hours', HoursField)

/** `widget: 'months'`: months by their number. */
const MonthsField: Widget = ({ id, value, onChange }) => {
  const { t } = useTexts()
  const said = z.array(z.number()).safeParse(value ?? [])
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      value={said.success ? said.data : []}
      options={Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: t('plans.month', { month: i + 1 }) }))}
      onChange={(months: number[]) => onChange?.(months)}
    />
  )
}
registerWidget('months', MonthsField)

/** `widget: 'area'`: an area of the estate. */
const AreaField: Widget = ({ id, value, onChange }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const areas = useApiQuery(listAreas, { params: { estateId }, query: { limit: 200 } })
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      value={typeof value === 'string' ? value : undefined}
      placeholder={t('issue.choose')}
      options={(areas.data?.rows ?? []).map((area) => ({ value: area.id, label: area.name }))}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  )
}
registerWidget('area', AreaField)

/** `widget: 'planItems'`: which items are asked, by frequency, severity, condition; of a task only whether its ticks need a photo. */
const ItemsField: Widget = ({ value, onChange }) => {
  const { t } = useTexts()
  const task = Form.useWatch('kind', Form.useFormInstance()) === 'task'
  const said = PlanItems.safeParse(value ?? {})
  const items = said.success ? said.data : { proofOnPass: false }
  const set = (name: string, list: readonly string[]) =>
    onChange?.({ ...items, [name]: list.length > 0 ? list : undefined })
  const many = (
    name: 'frequencies' | 'severities' | 'conditions',
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <Select
      mode="multiple"
      aria-label={label}
      placeholder={label}
      value={items[name] ?? []}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(list: string[]) => set(name, list)}
    />
  )
  const none = { value: 'none', label: t('plans.none') }
  return (
    <OwnStatus>
      <div className={styles.parts}>
        {task ? null : (
          <>
            {many(
              'frequencies',
              t('plans.frequencies'),
              ITEM_FREQUENCIES.map((f) => (f === 'none' ? none : { value: f, label: t(`frequency.${f}`) })),
            )}
            {many(
              'severities',
              t('plans.severities'),
              SEVERITIES.map((s) => ({ value: s, label: t(`severity.${s}`) })),
            )}
            {many(
              'conditions',
              t('plans.itemConditions'),
              ITEM_CONDITIONS.map((c) => (c === 'none' ? none : { value: c, label: t(`condition.${c}`) })),
            )}
          </>
        )}
        <Checkbox
          checked={items.proofOnPass}
          onChange={(event) => onChange?.({ ...items, proofOnPass: event.target.checked })}
        >
          {t(task ? 'plans.proofOnTick' : 'plans.proofOnPass')}
        </Checkbox>
      </div>
    </OwnStatus>
  )
}
registerWidget('planItems', ItemsField)
