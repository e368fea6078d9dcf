import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { ApiError, isApiError } from '../api-error.ts'
import { type FieldSpec, SchemaForm, type SchemaFormProps } from '../form/schema-form.tsx'
import styles from './household.module.css'

/** What would be right, by field, when the server has refused with more to say than its code. */
export type Explain = (error: ApiError) => Readonly<Record<string, ReactNode>>

export type FormDialogProps<S extends z.ZodObject> = Pick<
  SchemaFormProps<S>,
  'schema' | 'fields' | 'initial' | 'onSubmit' | 'submitLabel' | 'danger' | 'columns' | 'draftKey'
> & {
  title: ReactNode
  onClose: () => void
  explain?: Explain
  /** Name of the contract → name of the form, where a form flattens what the contract nests. */
  renamed?: Readonly<Record<string, string>>
  /** Above the fields: what this does. */
  intro?: ReactNode
  /** At the very top: what must be seen before anything else. */
  first?: ReactNode
}

const NARROW_PX = 520
const WIDE_PX = 720
const NO_NAMES = {}

/** The same error under the names of the form. */
const underFormNames = (error: ApiError, names: Readonly<Record<string, string>>): ApiError =>
  new ApiError({
    code: error.code,
    status: error.status,
    field: error.field === undefined ? undefined : (names[error.field] ?? error.field),
    details: error.details,
    requestId: error.requestId,
    issues: error.issues.map((issue) => ({ ...issue, path: names[issue.path] ?? issue.path })),
  })

/** A form over the page. What was typed stays there until the server has taken it; with a `draftKey` also when it is closed or the page is left. */
export const FormDialog = <S extends z.ZodObject>(props: FormDialogProps<S>) => {
  const { title, onClose, explain, renamed = NO_NAMES, intro, first, fields, onSubmit, ...form } = props
  const [said, setSaid] = useState<Readonly<Record<string, ReactNode>>>({})
  const shown = Object.fromEntries(
    Object.entries<FieldSpec | undefined>(fields).map(([name, spec]) => [
      name,
      spec && said[name] !== undefined
        ? { ...spec, help: <span className={styles.explained}>{said[name]}</span> }
        : spec,
    ]),
  ) as typeof fields
  const submit = async (value: z.output<S>) => {
    setSaid({})
    try {
      await onSubmit(value)
    } catch (problem) {
      if (!isApiError(problem)) throw problem
      const error = underFormNames(problem, renamed)
      setSaid(explain?.(error) ?? {})
      throw error
    }
  }
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      width={form.columns === 2 ? WIDE_PX : NARROW_PX}
    >
      {first}
      {intro ? <div className={`w-quiet ${styles.intro}`}>{intro}</div> : null}
      <SchemaForm {...form} fields={shown} onSubmit={submit} onCancel={onClose} />
    </Modal>
  )
}
