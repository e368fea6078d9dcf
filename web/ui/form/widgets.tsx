import { Checkbox, Input, InputNumber, Radio, Select, Switch } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../i18n.ts'
import { fenOf, yuanText } from '../money.tsx'
import { type Widget, type WidgetProps, widgetNamed } from './widget.ts'

/** Up to this many choices are all shown at once. */
const FEW = 5

const asText = (value: unknown) => (typeof value === 'string' ? value : '')
const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const aria = (props: WidgetProps) => ({
  ...(props.id === undefined ? {} : { id: props.id }),
  'aria-describedby': props['aria-describedby'],
  'aria-invalid': props['aria-invalid'],
  'aria-required': props['aria-required'],
})

const optionsOf = ({ spec, kind }: WidgetProps) => {
  if (spec.options) return spec.options.map(({ when: _when, ...option }) => option)
  const values = 'values' in kind ? kind.values : []
  return values.map((value) => ({ value, label: value }))
}

const Text: Widget = (props) => (
  <Input
    {...aria(props)}
    value={asText(props.value)}
    onChange={(event) => props.onChange?.(event.target.value)}
    placeholder={props.spec.placeholder}
    disabled={props.spec.disabled}
    autoFocus={props.spec.autoFocus}
    autoComplete="off"
    maxLength={'maxLength' in props.kind ? props.kind.maxLength : undefined}
  />
)

const LONG_ROWS = 3
const TextArea: Widget = (props) => {
  const max = 'maxLength' in props.kind ? props.kind.maxLength : undefined
  return (
    <Input.TextArea
      {...aria(props)}
      value={asText(props.value)}
      onChange={(event) => props.onChange?.(event.target.value)}
      placeholder={props.spec.placeholder}
      disabled={props.spec.disabled}
      autoFocus={props.spec.autoFocus}
      autoSize={{ minRows: props.spec.rows ?? LONG_ROWS, maxRows: 14 }}
      maxLength={max}
      // The count matters only near the end.
      showCount={max !== undefined && asText(props.value).length > max * 0.8}
    />
  )
}

const NumberField: Widget = (props) => (
  <InputNumber
    {...aria(props)}
    value={typeof props.value === 'number' ? props.value : null}
    onChange={(value) => props.onChange?.(value ?? undefined)}
    placeholder={props.spec.placeholder}
    disabled={props.spec.disabled}
    autoFocus={props.spec.autoFocus}
    style={{ width: '100%' }}
  />
)

/** Typed in yuan, kept in fen. A text that is no amount stays as text, so that the schema can refuse it. */
const MoneyField: Widget = (props) => {
  const { t } = useTexts()
  const [typed, setTyped] = useState<string>()
  const shown = typeof props.value === 'number' ? yuanText(props.value) : asText(props.value)
  return (
    <Input
      {...aria(props)}
      inputMode="decimal"
      prefix="¥"
      suffix={t('common.yuan')}
      value={typed ?? shown}
      placeholder={props.spec.placeholder}
      disabled={props.spec.disabled}
      autoFocus={props.spec.autoFocus}
      onChange={(event) => {
        setTyped(event.target.value)
        props.onChange?.(
          event.target.value.trim() === '' ? undefined : (fenOf(event.target.value) ?? event.target.value),
        )
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

const BooleanField: Widget = (props) => (
  <Switch
    {...aria(props)}
    checked={props.value === true}
    onChange={(value) => props.onChange?.(value)}
    disabled={props.spec.disabled}
  />
)

/** A yes or no that somebody has to say; nothing is chosen for them. */
const YesNoField: Widget = (props) => {
  const { t } = useTexts()
  return (
    <Radio.Group
      {...aria(props)}
      value={props.value}
      onChange={(event) => props.onChange?.(event.target.value)}
      options={[
        { value: true, label: t('common.yes') },
        { value: false, label: t('common.no') },
      ]}
      disabled={props.spec.disabled}
    />
  )
}

/** What has to be so, and is said to be so by ticking it. */
const ConfirmField: Widget = (props) => {
  const { t } = useTexts()
  return (
    <Checkbox
      {...aria(props)}
      checked={props.value === true}
      onChange={(event) => props.onChange?.(event.target.checked || undefined)}
      disabled={props.spec.disabled}
    >
      {t('form.itIsSo')}
    </Checkbox>
  )
}

/** A yes or no that need not be known yet: left out then. */
const ThreeWayField: Widget = (props) => {
  const { t } = useTexts()
  return (
    <Radio.Group
      {...aria(props)}
      value={typeof props.value === 'boolean' ? props.value : null}
      onChange={(event) => props.onChange?.(event.target.value ?? undefined)}
      options={[
        { value: true, label: t('common.yes') },
        { value: false, label: t('common.no') },
        { value: null, label: t('common.notYetKnown') },
      ]}
      disabled={props.spec.disabled}
    />
  )
}

const RadioField: Widget = (props) => (
  <Radio.Group
    {...aria(props)}
    value={asText(props.value)}
    onChange={(event) => props.onChange?.(event.target.value)}
    options={optionsOf(props)}
    disabled={props.spec.disabled}
  />
)

const SelectField: Widget = (props) => {
  const { t } = useTexts()
  return (
    <Select
      {...aria(props)}
      value={asText(props.value) || undefined}
      onChange={(value: string | undefined) => props.onChange?.(value)}
      options={optionsOf(props)}
      placeholder={props.spec.placeholder ?? t('issue.choose')}
      disabled={props.spec.disabled}
      autoFocus={props.spec.autoFocus}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
    />
  )
}

const ManyField: Widget = (props) => {
  const options = optionsOf(props)
  if (options.length <= FEW * 2) {
    return (
      <Checkbox.Group
        value={asList(props.value)}
        onChange={(value) => props.onChange?.(value)}
        options={options}
        disabled={props.spec.disabled}
      />
    )
  }
  return (
    <Select
      {...aria(props)}
      mode="multiple"
      value={asList(props.value)}
      onChange={(value: string[]) => props.onChange?.(value)}
      options={options}
      placeholder={props.spec.placeholder}
      disabled={props.spec.disabled}
      showSearch={{ optionFilterProp: 'label' }}
    />
  )
}

const Dates = lazy(() => import('./date-field.tsx').then(({ DateField }) => ({ default: DateField })))
/** Calendars are heavy and most forms have none: they come when one is shown. */
const DateWidget: Widget = (props) => (
  <Suspense fallback={<Input disabled aria-label={props.spec.label} />}>
    <Dates {...props} />
  </Suspense>
)

const BUILT_IN: Readonly<Record<string, Widget>> = {
  text: Text,
  textarea: TextArea,
  number: NumberField,
  money: MoneyField,
  boolean: BooleanField,
  yesNo: YesNoField,
  confirm: ConfirmField,
  threeWay: ThreeWayField,
  radio: RadioField,
  select: SelectField,
  choices: ManyField,
  date: DateWidget,
  time: DateWidget,
  instant: DateWidget,
}

/** Whether a field that names this widget gets it, and no mere line of text. */
export const knowsWidget = (name: string): boolean => widgetNamed(name) !== undefined || Object.hasOwn(BUILT_IN, name)

/** The widget of a field: named by the page, or by the kind of its schema. */
export const FieldWidget: Widget = (props) => {
  const name = props.spec.widget ?? props.kind.kind
  const short = name === 'choice' ? (optionsOf(props).length <= FEW ? 'radio' : 'select') : name
  const Found = widgetNamed(short) ?? BUILT_IN[short] ?? Text
  return <Found {...props} />
}
