import { Alert, Button, ConfigProvider, Form, theme } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { isApiError } from '../api-error.ts'
import { UnderWay } from '../file/under-way.ts'
import { useTexts } from '../i18n.ts'
import { useZone } from '../session.tsx'
import { dropDraft, readDraft, writeDraft } from './draft.ts'
import { type FieldKind, fieldKind, openSchema, tidyValue } from './field-kind.ts'
import { type FormErrors, schemaErrors, serverErrors } from './form-errors.ts'
import styles from './schema-form.module.css'
import type { FieldSpec } from './widget.ts'
import { FieldWidget } from './widgets.tsx'

export type { FieldSpec } from './widget.ts'

type Values = Record<string, unknown>

export type SchemaFormProps<S extends z.ZodObject> = {
  schema: S
  /** The fields shown, in this order; other fields of the schema come from `initial` and are sent along. */
  fields: { readonly [K in keyof z.input<S> & string]?: FieldSpec }
  initial?: Partial<z.input<S>>
  /** Rejecting with an `ApiError` keeps what was typed and shows the error beside its field. */
  onSubmit: (value: z.output<S>) => Promise<unknown>
  submitLabel?: string
  danger?: boolean
  /** Shown as it is, for whoever may not change it. */
  readOnly?: boolean
  onCancel?: () => void
  /** What is typed is kept in this tab under this name until it is sent. */
  draftKey?: string
  columns?: 1 | 2
  /** Further content between fields and buttons. */
  children?: ReactNode
  /** Told of every change, for previews such as due times. */
  onValues?: (values: Values) => void
}

const DRAFT_AFTER_MS = 300
const NO_ERRORS: FormErrors = { fields: {}, whole: undefined }

const isNeeded = ({ needed = false }: FieldSpec, values: Values): boolean =>
  typeof needed === 'function' ? needed(values) : needed

/** With the choices that are offered beside what else was said. */
const offering = (spec: FieldSpec, values: Values): FieldSpec =>
  spec.options ? { ...spec, options: spec.options.filter((option) => option.when?.(values) ?? true) } : spec

/** Fields whose choice is offered no longer since something else was said. */
const notOffered = (fields: Readonly<Record<string, FieldSpec | undefined>>, values: Values): string[] =>
  Object.entries(fields).flatMap(([name, spec]) =>
    spec?.options?.some((option) => option.value === values[name] && option.when?.(values) === false) ? [name] : [],
  )

/** What a page has answered already is switched; what nobody has is asked. */
const drawnAs = (kind: FieldKind, initial: unknown): FieldKind =>
  kind.kind === 'yesNo' && typeof initial === 'boolean' ? { kind: 'boolean' } : kind

/** Renders a zod object as a form, with the schema itself as its only validation. */
export const SchemaForm = <S extends z.ZodObject>(props: SchemaFormProps<S>) => {
  const { schema, fields, initial, onSubmit, onValues, readOnly = false } = props
  const draftKey = readOnly ? undefined : props.draftKey
  const { t, lang } = useTexts()
  const zone = useZone()
  const { token } = theme.useToken()
  const [form] = Form.useForm<Values>()
  const [draft] = useState(() => readDraft(draftKey))
  const [restored, setRestored] = useState(draft !== undefined)
  const [whole, setWhole] = useState<string>()
  const [doubtful, setDoubtful] = useState(false)
  const [busy, setBusy] = useState(false)
  const [values, setValues] = useState<Values>({ ...initial, ...draft })
  const sending = useRef(false)
  const tried = useRef(false)
  const edited = useRef(false)
  const box = useRef<HTMLDivElement>(null)

  const shown = useMemo(() => {
    const list: { name: string; spec: FieldSpec; schema: z.core.$ZodType }[] = []
    for (const [name, spec] of Object.entries<FieldSpec | undefined>(fields)) {
      const part = schema.shape[name]
      if (part && spec && (spec.when?.(values) ?? true)) list.push({ name, spec: offering(spec, values), schema: part })
    }
    return list
  }, [fields, schema, values])
  const names = shown.map((field) => field.name)

  useEffect(() => {
    const timer = setTimeout(() => {
      if (edited.current) writeDraft(draftKey, values)
    }, DRAFT_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draftKey, values])

  // whoever closes the form while typing finds it all the same
  const latest = useRef(values)
  latest.current = values
  useEffect(
    () => () => {
      if (edited.current) writeDraft(draftKey, latest.current)
    },
    [draftKey],
  )

  const underWay = useRef(0)
  const collect = (): Values => {
    const said: Values = { ...initial, ...form.getFieldsValue(true) }
    for (const name of Object.keys(fields)) if (!names.includes(name)) delete said[name]
    return Object.fromEntries(
      Object.entries(said)
        .map(([name, value]) => [name, schema.shape[name] ? tidyValue(schema.shape[name], value) : value] as const)
        .filter(([, value]) => value !== undefined),
    )
  }

  const show = (errors: FormErrors, only: readonly string[] = names) => {
    form.setFields(only.map((name) => ({ name, errors: errors.fields[name] ?? [] })))
    setWhole(errors.whole)
  }
  const focusFirst = (errors: FormErrors) => {
    const first = names.find((name) => errors.fields[name])
    if (first) form.getFieldInstance(first)?.focus?.()
    const element = first ? document.getElementById(fieldId(first)) : box.current
    element?.focus()
    element?.scrollIntoView({ block: 'nearest' })
  }
  const formId = useMemo(() => `f${Math.random().toString(36).slice(2, 8)}`, [])
  const fieldId = (name: string) => `${formId}_${name}`

  const submit = async () => {
    if (sending.current) return
    tried.current = true
    if (underWay.current > 0) return show({ fields: {}, whole: t('file.stillUploading') })
    const said = collect()
    const parsed = z.safeParse(schema, said)
    if (!parsed.success) {
      const errors = schemaErrors(t, parsed.error, said, names)
      show(errors)
      return focusFirst(errors)
    }
    sending.current = true
    setBusy(true)
    setDoubtful(false)
    show(NO_ERRORS)
    try {
      await onSubmit(parsed.data)
      tried.current = false
      edited.current = false
      dropDraft(draftKey)
      setRestored(false)
    } catch (problem) {
      const error = problem instanceof Error ? problem : new Error(String(problem))
      const errors = serverErrors(t, error, names, said, zone)
      show(errors)
      setDoubtful(isApiError(error) && error.code === 'E_NETWORK')
      focusFirst(errors)
    } finally {
      sending.current = false
      setBusy(false)
    }
  }

  const changed = (part: Values, typed: Values) => {
    edited.current = true
    const gone = notOffered(fields, typed)
    if (gone.length > 0) form.setFieldsValue(Object.fromEntries(gone.map((name) => [name, undefined])))
    const all = Object.fromEntries(Object.entries(typed).filter(([name]) => !gone.includes(name)))
    setValues(all)
    onValues?.(all)
    if (!tried.current) return
    const said = collect()
    const parsed = z.safeParse(schema, said)
    show(
      parsed.success ? NO_ERRORS : { ...schemaErrors(t, parsed.error, said, names), whole: undefined },
      Object.keys(part),
    )
  }
  const discard = () => {
    edited.current = false
    dropDraft(draftKey)
    setRestored(false)
    form.setFieldsValue(Object.fromEntries(Object.keys(fields).map((name) => [name, undefined])))
    form.setFieldsValue({ ...initial })
    setValues({ ...initial })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    void submit()
  }

  const drawn = (
    <UnderWay value={underWay}>
      <Form
        form={form}
        name={formId}
        layout="vertical"
        requiredMark={!readOnly}
        lang={lang}
        initialValues={{ ...initial, ...draft }}
        onValuesChange={changed}
        onFinish={() => void submit()}
        onKeyDown={onKeyDown}
        disabled={busy || readOnly}
      >
        <div className={styles.top} ref={box} tabIndex={-1} aria-live="polite">
          {restored ? (
            <Alert
              type="info"
              showIcon
              title={t('form.draftRestored')}
              action={
                <Button size="small" onClick={discard}>
                  {t('form.draftDiscard')}
                </Button>
              }
            />
          ) : null}
          {whole ? <Alert type="error" showIcon title={doubtful ? t('form.unknownOutcome') : whole} /> : null}
        </div>
        <div className={`${styles.grid} ${props.columns === 2 ? styles.two : ''}`}>
          {shown.map(({ name, spec, schema: part }) => {
            const kind = drawnAs(fieldKind(part), initial?.[name])
            const wide = spec.span === 2 || kind.kind === 'textarea' || spec.widget === 'textarea'
            return (
              <Form.Item
                key={name}
                name={name}
                label={spec.label}
                required={isNeeded(spec, values) || (openSchema(part).required && kind.kind !== 'boolean')}
                extra={spec.help}
                className={wide ? (styles.wide ?? '') : ''}
              >
                <FieldWidget spec={spec} kind={kind} />
              </Form.Item>
            )
          })}
        </div>
        {props.children}
        {readOnly ? null : (
          <div className={styles.actions}>
            <Button type="primary" htmlType="submit" loading={busy} danger={props.danger ?? false}>
              {props.submitLabel ?? t('common.submit')}
            </Button>
            {props.onCancel ? <Button onClick={props.onCancel}>{t('common.cancel')}</Button> : null}
            <span className={styles.hint}>{t('form.submitHint')}</span>
          </div>
        )}
      </Form>
    </UnderWay>
  )
  // what cannot be changed is there to be read
  return readOnly ? (
    <ConfigProvider theme={{ token: { colorTextDisabled: token.colorText } }}>{drawn}</ConfigProvider>
  ) : (
    drawn
  )
}
