import { Modal } from 'antd'
import { useMemo } from 'react'
import type { z } from 'zod'
import type { KindShape } from '#contract/kind.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { type MatterView, moveRoute } from '#contract/matters.ts'
import type { RouteShape } from '#contract/route.ts'
import { SchemaForm } from '../form/schema-form.tsx'
import { useTexts } from '../i18n.ts'
import { useNotice } from '../notice.tsx'
import { useApiMutation } from '../query.ts'
import { useEstate } from '../session.tsx'
import { moveFields } from './move-fields.ts'
import { wordFor } from './words.ts'

export type MoveFormProps = {
  matter: Pick<MatterView, 'id' | 'kind' | 'version' | 'number' | 'title' | 'appointmentFrom' | 'appointmentTo'>
  verb: string
  onDone: () => void
}

/** What is sensible to begin with: the time the line offered is the time told to the customer. */
const initialOf = (matter: MoveFormProps['matter'], verb: string): Record<string, unknown> =>
  verb === 'confirmToCustomer' && matter.appointmentFrom && matter.appointmentTo
    ? { from: matter.appointmentFrom, to: matter.appointmentTo, toldBy: 'phone' }
    : {}

/** The dialogue of one move, drawn from the contract; every kind of matter gets its forms from here. */
export const MoveForm = ({ matter, verb, onDone }: MoveFormProps) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const shape: KindShape = KINDS[matter.kind]
  const route = useMemo<RouteShape>(() => moveRoute(matter.kind, verb as never), [matter.kind, verb])
  const move = useApiMutation(route, { touches: ['matters', 'orders', matter.kind, shape.plural] })
  const arrow = shape.verbs[verb]
  if (!arrow) return null
  const label = wordFor(t, `verb.${verb}`, verb)
  const submit = async (value: Record<string, unknown>) => {
    const answer = await move.mutateAsync({
      params: { estateId, id: matter.id },
      body: { version: matter.version, ...value },
    } as never)
    notice.good(t('matter.moved', { verb: label, number: matter.number }))
    warn(notice, answer)
    onDone()
  }
  return (
    <Modal open title={`${label} · ${matter.number}`} onCancel={onDone} footer={null} destroyOnHidden width={560}>
      <p className="w-quiet">{matter.title}</p>
      <SchemaForm
        schema={arrow.needs as z.ZodObject}
        fields={moveFields(t, shape, verb)}
        initial={initialOf(matter, verb)}
        onSubmit={submit}
        submitLabel={label}
        danger={arrow.tone === 'danger'}
        onCancel={onDone}
        draftKey={`move ${matter.id} ${verb}`}
        columns={2}
      />
    </Modal>
  )
}

const warn = (notice: ReturnType<typeof useNotice>, answer: unknown) => {
  if (typeof answer === 'object' && answer !== null && 'warnings' in answer && Array.isArray(answer.warnings))
    notice.warn(answer.warnings)
}
