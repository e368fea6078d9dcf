import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { LINES, ROLE_CODES } from '#contract/permissions.ts'
import { type PickLine, pickStaff } from '#contract/staff.ts'
import { errorText } from '../error-text.ts'
import type { Widget } from '../form/widget.ts'
import { type T, useTexts } from '../i18n.ts'
import { useApiQuery } from '../query.ts'
import { useEstate } from '../session.tsx'
import { StateTag } from '../state-tag.tsx'
import styles from './picker.module.css'
import { RemoteSelect } from './remote-select.tsx'
import { useDebounced } from './use-debounced.ts'

const Extra = z.object({ role: z.enum(ROLE_CODES).optional(), line: z.enum(LINES).optional() })
const TYPING_MS = 200
const MOST = 30

const postOf = (t: T, person: PickLine): string =>
  [...person.roles.slice(0, 2).map((role) => t(`role.${role}`)), ...(person.provider ? [person.provider] : [])].join(
    ' · ',
  )

/** `widget: 'staff'`, `extra: { role, line }`: colleagues of the estate, those on duty first. */
export const StaffPicker: Widget = (props) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), TYPING_MS)
  const said = Extra.safeParse(props.spec.extra ?? {})
  const { role, line } = said.success ? said.data : {}
  const people = useApiQuery(
    pickStaff,
    {
      params: { estateId },
      query: { limit: MOST, ...(q ? { q } : {}), ...(role ? { role } : {}), ...(line ? { line } : {}) },
    },
    { placeholderData: keepPreviousData, topics: ['staff', 'duty'] },
  )
  const choices = (people.data?.rows ?? []).map((person) => ({
    value: person.id,
    name: person.name,
    content: (
      <span className={styles.choice}>
        <span>
          {person.name} <span className="w-quiet w-small">{postOf(t, person)}</span>
        </span>
        {person.onDuty ? <StateTag tone="good">{t('picker.onDuty')}</StateTag> : null}
      </span>
    ),
  }))
  return (
    <RemoteSelect
      props={props}
      choices={choices}
      loading={people.isPending}
      failed={people.error ? errorText(t, people.error) : undefined}
      onSearch={setTyped}
      placeholder={t('picker.staff')}
    />
  )
}
