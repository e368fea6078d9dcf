import { violation } from '#contract/kinds/violation.ts'
import type { FieldSpec } from '../form/widget.ts'
import type { T } from '../i18n.ts'
import { moveFields } from '../moves/move-fields.ts'
import type { MoveLook } from '../moves/move-form.tsx'

type When = NonNullable<FieldSpec['when']>
const is =
  (name: string, value: string): When =>
  (values) =>
    values[name] === value

/** Which fields a form asks only while another says so. */
const ONLY_WHEN: Readonly<Record<string, Readonly<Record<string, When>>>> = {
  persuade: { agreedUntil: is('outcome', 'agreed') },
  serveNotice: {
    signedBy: is('signature', 'signed'),
    witness: is('signature', 'refused'),
    witnessName: is('signature', 'refused'),
  },
}

/** What the page of a violation knows better than the drawing about the form of a verb. */
export const violationLook = (t: T, verb: string): MoveLook => {
  const only = ONLY_WHEN[verb]
  if (!only) return {}
  const drawn = moveFields(t, violation, verb)
  return {
    fields: Object.fromEntries(
      Object.entries(drawn).map(([name, spec]) => [name, only[name] ? { ...spec, when: only[name] } : spec]),
    ),
  }
}
