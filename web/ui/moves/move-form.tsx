import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { type ApiError, isApiError } from '../api-error.ts'
import { SchemaForm } from '../form/schema-form.tsx'
import type { FieldSpec } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'
import { moveFields } from './move-fields.ts'
import styles from './move-form.module.css'
import { Sheet } from './sheet.tsx'
import { type Move, moveLabel, useMove } from './use-move.ts'

type Values = Record<string, unknown>

/** What a page knows better than the drawing about the form of one verb. */
export type MoveLook = {
  /** Instead of what the arrow needs, where the form asks in another order than the contract stores. */
  schema?: z.ZodObject
  /** Replaces or adds fields; null leaves one out. */
  fields?: Readonly<Record<string, FieldSpec | null>>
  initial?: Values
  /** The form's values as the body of the route. */
  toBody?: (values: Values) => object
  above?: ReactNode
  /** A clearer word about a refusal, perhaps with a way out of it. */
  explain?: (error: ApiError) => ReactNode
  /** Which of several things of the subject it is about (a voice, a point): what is typed for one is not the other's. */
  about?: string
  columns?: 1 | 2
  /** Of the dialogue, px; 560 if not said. */
  width?: number
}

/** The dialogue of one move, drawn from the contract; matters, orders and handovers get their forms from here. */
export const MoveForm = ({
  hint,
  look = {},
  onDone,
  onClose,
  ...move
}: Move & {
  /** A line under the title: what it is about. */
  hint?: ReactNode
  look?: MoveLook
  onDone: (answer: unknown) => void
  onClose: () => void
}) => {
  const { t } = useTexts()
  const { shape, verb, subject } = move
  const { send } = useMove(move)
  const [refused, setRefused] = useState<ApiError>()
  const arrow = shape.verbs[verb]
  if (!arrow) return null
  const label = moveLabel(t, verb)
  const schema: z.ZodObject = look.schema ?? arrow.needs
  const submit = async (values: Values) => {
    setRefused(undefined)
    try {
      onDone(await send(look.toBody ? look.toBody(values) : values))
    } catch (error) {
      if (isApiError(error)) setRefused(error)
      throw error
    }
  }
  return (
    <Sheet title={`${label} · ${subject.number}`} onClose={onClose} {...(look.width ? { width: look.width } : {})}>
      {hint ? <p className={`w-quiet ${styles.hint}`}>{hint}</p> : null}
      {look.above}
      <SchemaForm
        schema={schema}
        fields={fieldsOf(moveFields(t, shape, verb), look.fields, schema)}
        initial={look.initial ?? {}}
        onSubmit={submit}
        onValues={() => setRefused(undefined)}
        submitLabel={label}
        danger={arrow.tone === 'danger'}
        onCancel={onClose}
        draftKey={['move', subject.id, verb, ...(look.about ? [look.about] : [])].join(' ')}
        columns={look.columns ?? 2}
      >
        {refused ? look.explain?.(refused) : null}
      </SchemaForm>
    </Sheet>
  )
}

/** Fields of the page first, in its order; then what else the arrow needs. */
const fieldsOf = (drawn: Record<string, FieldSpec>, own: MoveLook['fields'], schema: z.ZodObject) => {
  const all: Record<string, FieldSpec> = {}
  for (const [name, spec] of Object.entries({ ...own })) if (spec) all[name] = spec
  for (const [name, spec] of Object.entries(drawn))
    if (own?.[name] === undefined && schema.shape[name] !== undefined) all[name] = spec
  return all
}
