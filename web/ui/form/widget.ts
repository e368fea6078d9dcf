import type { ComponentType, ReactNode } from 'react'
import type { FieldKind } from './field-kind.ts'

export type Option = {
  value: string
  label: string
  disabled?: boolean
  /** Offered only while this holds. */
  when?: (values: Readonly<Record<string, unknown>>) => boolean
}

/** How a field of a schema is shown. */
export type FieldSpec = {
  label: string
  /** A built-in kind or a name given to `registerWidget`; found from the schema if not said. */
  widget?: FieldKind['kind'] | 'radio' | 'select' | (string & {})
  help?: ReactNode
  placeholder?: string
  /** Labels of an enum's values, in the order shown; values not listed are not offered. */
  options?: readonly Option[]
  rows?: number
  /** 2: as wide as two columns (texts of several lines always are). */
  span?: 1 | 2
  autoFocus?: boolean
  disabled?: boolean
  /** Has to be given although the contract takes a form without it, such as a photo. */
  needed?: boolean | ((values: Readonly<Record<string, unknown>>) => boolean)
  /** Shown only while this holds; a hidden field is not sent. */
  when?: (values: Readonly<Record<string, unknown>>) => boolean
  /** Anything a widget of one's own wants to know. */
  extra?: unknown
}

/** What every widget gets: the value in the contract's own form (fen, ISO instant, ids) and a way to change it. */
export type WidgetProps = {
  id?: string
  value?: unknown
  onChange?: (value: unknown) => void
  spec: FieldSpec
  kind: FieldKind
  'aria-describedby'?: string
  'aria-invalid'?: 'true' | undefined
  'aria-required'?: 'true' | 'false' | undefined
}
export type Widget = ComponentType<WidgetProps>

const registry = new Map<string, Widget>()

/** Gives a widget a name for `fields: { handlerId: { widget: 'staff' } }`. Call it where the widget is defined. */
export const registerWidget = (name: string, widget: Widget) => void registry.set(name, widget)
export const widgetNamed = (name: string): Widget | undefined => registry.get(name)
