import { CloseOutlined, FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Select } from 'antd'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Option } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'
import { useIsPhone } from '../media.ts'
import styles from './filter-bar.module.css'

export type FilterItem =
  | { kind: 'search'; name: string; label: string }
  | { kind: 'select' | 'many'; name: string; label: string; options: readonly Option[] }
  /** Writes `on` (default `'true'`) or nothing. */
  | { kind: 'toggle'; name: string; label: string; on?: string }
  /** Two local dates. */
  | { kind: 'dates'; from: string; to: string; label: string }

type Values = Readonly<Record<string, unknown>>
type Change = (patch: Record<string, unknown>) => void
type ItemProps<I> = { item: I; values: Values; onChange: Change }

const TYPING_MS = 300

const SearchFilter = ({ item, values, onChange }: ItemProps<Extract<FilterItem, { kind: 'search' }>>) => {
  const said = values[item.name]
  const given = typeof said === 'string' ? said : ''
  const [typed, setTyped] = useState(given)
  const written = useRef(given)
  useEffect(() => {
    // The address changed from elsewhere (back, clear); what we wrote ourselves is already typed.
    if (given === written.current) return
    written.current = given
    setTyped(given)
  }, [given])
  useEffect(() => {
    const next = typed.trim()
    if (next === written.current) return
    const timer = setTimeout(() => {
      written.current = next
      onChange({ [item.name]: next || undefined })
    }, TYPING_MS)
    return () => clearTimeout(timer)
  })
  return (
    <Input
      className={styles.search ?? ''}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      prefix={<SearchOutlined className="w-faint" aria-hidden />}
      placeholder={item.label}
      aria-label={item.label}
      allowClear
      type="search"
    />
  )
}

const SelectFilter = ({ item, values, onChange }: ItemProps<Extract<FilterItem, { kind: 'select' | 'many' }>>) => {
  const value = values[item.name]
  const shared = {
    className: styles.control ?? '',
    placeholder: item.label,
    'aria-label': item.label,
    options: item.options.map((option) => ({ ...option })),
    allowClear: true,
    popupMatchSelectWidth: false,
    showSearch: { optionFilterProp: 'label' },
  }
  if (item.kind === 'many') {
    const list = Array.isArray(value) ? value.map(String) : []
    return (
      <Select
        {...shared}
        mode="multiple"
        maxTagCount="responsive"
        value={list}
        onChange={(next: string[]) => onChange({ [item.name]: next })}
      />
    )
  }
  return (
    <Select
      {...shared}
      value={typeof value === 'string' ? value : null}
      onChange={(next: string | null | undefined) => onChange({ [item.name]: next ?? undefined })}
    />
  )
}

const ToggleFilter = ({ item, values, onChange }: ItemProps<Extract<FilterItem, { kind: 'toggle' }>>) => {
  const on = item.on ?? 'true'
  return (
    <Checkbox
      checked={values[item.name] === on}
      onChange={(event) => onChange({ [item.name]: event.target.checked ? on : undefined })}
    >
      {item.label}
    </Checkbox>
  )
}

const Range = lazy(() => import('./date-range.tsx').then(({ DateRange }) => ({ default: DateRange })))
const DatesFilter = ({ item, values, onChange }: ItemProps<Extract<FilterItem, { kind: 'dates' }>>) => (
  <span className={styles.dates}>
    <Suspense fallback={<Input disabled placeholder={item.label} aria-label={item.label} />}>
      <Range
        label={item.label}
        from={values[item.from]}
        to={values[item.to]}
        onChange={(from, to) => onChange({ [item.from]: from, [item.to]: to })}
      />
    </Suspense>
  </span>
)

const Filter = ({ item, ...rest }: ItemProps<FilterItem>) => {
  if (item.kind === 'search') return <SearchFilter item={item} {...rest} />
  if (item.kind === 'toggle') return <ToggleFilter item={item} {...rest} />
  if (item.kind === 'dates') return <DatesFilter item={item} {...rest} />
  return <SelectFilter item={item} {...rest} />
}

export type FilterBarProps = {
  items: readonly FilterItem[]
  values: Values
  onChange: Change
  /** From `useUrlFilters`: how many differ from their defaults, and back to those. */
  active: readonly string[]
  onClear: () => void
  /** At the end of the line: export, view switch. */
  children?: ReactNode
}

/** The filters of a list in one line; on a phone the search stays and the rest folds away. */
export const FilterBar = ({ items, values, onChange, active, onClear, children }: FilterBarProps) => {
  const { t } = useTexts()
  const phone = useIsPhone()
  const [open, setOpen] = useState(false)
  const always = phone ? items.filter((item) => item.kind === 'search') : items
  const folded = phone ? items.filter((item) => item.kind !== 'search') : []
  const keyOf = (item: FilterItem) => ('name' in item ? item.name : item.from)
  return (
    <search className={styles.bar}>
      {always.map((item) => (
        <Filter key={keyOf(item)} item={item} values={values} onChange={onChange} />
      ))}
      {folded.length > 0 ? (
        <Button icon={<FilterOutlined aria-hidden />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {active.length > 0 ? t('common.filterCount', { count: active.length }) : t('common.filter')}
        </Button>
      ) : null}
      {open && folded.length > 0 ? (
        <div className={styles.panel}>
          {folded.map((item) => (
            <Filter key={keyOf(item)} item={item} values={values} onChange={onChange} />
          ))}
        </div>
      ) : null}
      {active.length > 0 ? (
        <Button type="text" icon={<CloseOutlined aria-hidden />} onClick={onClear}>
          {t('common.clearFilters')}
        </Button>
      ) : null}
      {children ? <span className={styles.end}>{children}</span> : null}
    </search>
  )
}
