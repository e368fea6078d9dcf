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
    signedBy: is('receipt', 'signed'),
    witnessOf: is('receipt', 'refused'),
    witnessName: is('receipt', 'refused'),
  },
}

/** Which fields a form needs only while another says so. */
const NEEDED_WHEN: Readonly<Record<string, Readonly<Record<string, When>>>> = {
  serveNotice: { photoIds: is('receipt', 'signed') },
}

/** What is usual, for the forms to begin with. */
const USUAL: Readonly<Record<string, Record<string, string>>> = {
  persuade: { persuader: 'centre' },
  issueNotice: { jointWith: 'ownersCommittee' },
  reportAuthority: { jointWith: 'ownersCommittee' },
}

/** What the page of a violation knows better than the drawing about the form of a verb. */
export const violationLook = (t: T, verb: string): MoveLook => {
  const only = ONLY_WHEN[verb] ?? {}
  const needed = NEEDED_WHEN[verb] ?? {}
  const initial = USUAL[verb] ?? {}
  const drawn = moveFields(t, violation, verb)
  if (verb === 'issueNotice')
    return { initial, fields: { ...drawn, deadline: { ...drawn.deadline, label: t('violation.deadlineOrSetting') } } }
  return {
    initial,
    fields: Object.fromEntries(
      Object.entries(drawn).map(([name, spec]) => [
        name,
        { ...spec, ...(only[name] ? { when: only[name] } : {}), ...(needed[name] ? { needed: needed[name] } : {}) },
      ]),
    ),
  }
}
