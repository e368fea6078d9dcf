import { useEffect, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import type { KindShape } from '#contract/kind.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { type MatterView, moveRoute } from '#contract/matters.ts'
import type { RouteShape } from '#contract/route.ts'
import { SchemaForm } from '#ui/form/schema-form.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useIsPhone } from '#ui/media.ts'
import { moveFields } from '#ui/moves/move-fields.ts'
import { moveLabel, useMove } from '#ui/moves/use-move.ts'
import { LanguageHints } from '../language-hints.tsx'
import { initialFor } from './initial.rules.ts'
import styles from './next.module.css'

/** Fields whose words reach the customer. */
const FOR_CUSTOMER = ['answer', 'feedback', 'alternative'] as const

const textsOf = (values: Readonly<Record<string, unknown>>): string =>
  [...FOR_CUSTOMER, ...(values.forCustomer === true ? ['text'] : [])]
    .map((name) => values[name])
    .filter((said): said is string => typeof said === 'string')
    .join('\n')

/** The cursor goes to the first thing still to be said, or to the button when everything is. */
const focusIn = (box: HTMLElement | null) => {
  const fields = [
    ...(box?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input[aria-required="true"], textarea[aria-required="true"]',
    ) ?? []),
  ]
  // The field of a choice stays empty; that nothing is chosen is said by its placeholder.
  const isEmpty = (field: HTMLInputElement | HTMLTextAreaElement) => {
    const choice = field.closest('.ant-select')
    return choice ? choice.querySelector('.ant-select-placeholder') !== null : field.value === ''
  }
  const empty = fields.find((field) => field.type !== 'radio' && isEmpty(field))
  ;(empty ?? box?.querySelector<HTMLElement>('button[type="submit"]'))?.focus()
}

/** The most likely next move of a matter as a form on the page, ready to be sent. */
export const NextMove = ({ matter, verb, focus }: { matter: MatterView; verb: string; focus: boolean }) => {
  const { t } = useTexts()
  const phone = useIsPhone()
  const box = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const shape: KindShape = KINDS[matter.kind]
  const route = useMemo<RouteShape>(() => moveRoute(matter.kind, verb as never), [matter.kind, verb])
  const { send } = useMove({
    shape,
    verb,
    route,
    subject: matter,
    touches: ['matters', 'orders', matter.kind, shape.plural],
  })
  useEffect(() => {
    if (!focus) return
    // On a phone a field would bring up the keyboard over everything else.
    if (phone) {
      box.current?.querySelector<HTMLElement>('h3')?.focus()
      return
    }
    // Widgets of the form may come a moment later; then the button is where the keyboard begins.
    const timer = setTimeout(() => focusIn(box.current), 60)
    return () => clearTimeout(timer)
  }, [focus, phone])
  const arrow = shape.verbs[verb]
  if (!arrow) return null
  const label = moveLabel(t, verb)
  return (
    <div ref={box} className={styles.move}>
      <h3 tabIndex={-1}>{label}</h3>
      <SchemaForm
        schema={arrow.needs as z.ZodObject}
        fields={moveFields(t, shape, verb)}
        initial={initialFor(matter, verb)}
        onSubmit={send}
        submitLabel={label}
        draftKey={`move ${matter.id} ${verb}`}
        onValues={(values) => setSaid(textsOf(values))}
      >
        <LanguageHints text={said} />
      </SchemaForm>
    </div>
  )
}
