import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { WidgetProps } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'

export type Choice = { value: string; name: string; content: ReactNode }

/** Names of what was picked on this device since the page was opened: a restored draft has only the id. */
const names = new Map<string, string>()

/** A choice whose options come from the server while one types. */
export const RemoteSelect = ({
  props,
  choices,
  loading,
  failed,
  onSearch,
  placeholder,
  nameOf,
}: {
  props: WidgetProps
  choices: readonly Choice[]
  loading: boolean
  failed?: string | undefined
  onSearch: (typed: string) => void
  placeholder: string
  /** The name of a value that is not among the choices, once it is known. */
  nameOf?: string | undefined
}) => {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const { id, value, onChange, spec, kind: _kind, ...aria } = props
  const given = typeof value === 'string' && value !== '' ? value : undefined
  for (const choice of choices) names.set(choice.value, choice.name)
  const label = given ? (names.get(given) ?? nameOf ?? t('picker.chosen')) : undefined
  return (
    <Select
      {...aria}
      {...(id === undefined ? {} : { id })}
      labelInValue
      allowClear
      value={given ? { value: given, label } : null}
      onChange={(picked: { value: string; label: ReactNode } | null) => {
        onChange?.(picked?.value)
        onSearch('')
      }}
      // The name is what is read aloud and shown when chosen; the rest helps to tell people apart while choosing.
      options={choices.map(({ value: choice, name, content }) => ({ value: choice, label: name, content }))}
      optionRender={({ data }) => data.content}
      showSearch={{ filterOption: false, onSearch }}
      open={open}
      onOpenChange={setOpen}
      loading={loading}
      notFoundContent={failed ?? (loading ? t('common.loading') : t('picker.nothing'))}
      placeholder={spec.placeholder ?? placeholder}
      disabled={spec.disabled ?? false}
      autoFocus={spec.autoFocus ?? false}
      style={{ width: '100%' }}
    />
  )
}
