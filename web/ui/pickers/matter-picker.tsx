import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { getMatter, listMatters, MatterFilter } from '#contract/matters.ts'
import { errorText } from '../error-text.ts'
import type { Widget } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'
import { useApiQuery } from '../query.ts'
import { useEstate } from '../session.tsx'
import styles from './picker.module.css'
import { RemoteSelect } from './remote-select.tsx'
import { useDebounced } from './use-debounced.ts'

const TYPING_MS = 200
const MOST = 20

/**
 * What the field asks for beside the words: `extra: { kind: 'complaint', open: null }`; open matters if not said.
 * `except`: this one is not offered, nor what is in one of the states `without`.
 */
const Which = z.object({
  kind: MatterFilter.shape.kind,
  open: z.enum(['true', 'false']).nullable().default('true'),
  except: z.string().optional(),
  without: z.array(z.string()).default([]),
})

/** `widget: 'matter'`: a matter, by its number or by words of it; without words the newest. */
export const MatterPicker: Widget = (props) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), TYPING_MS)
  const { kind, open, except, without } = Which.parse(props.spec.extra ?? {})
  const which = { ...(kind ? { kind } : {}), ...(open ? { open } : {}) }
  const found = useApiQuery(
    listMatters,
    { params: { estateId }, query: { ...which, sort: 'received', limit: MOST, ...(q ? { q } : {}) } },
    { placeholderData: keepPreviousData, topics: ['matters'] },
  )
  const rows = (found.data?.rows ?? []).filter((row) => row.id !== except && !without.includes(row.state))
  const given = typeof props.value === 'string' && props.value ? props.value : undefined
  const unknown = given !== undefined && found.data !== undefined && !rows.some((row) => row.id === given)
  const chosen = useApiQuery(getMatter, unknown ? { params: { estateId, id: given } } : null, { topics: ['matters'] })
  const choices = rows.map((row) => ({
    value: row.id,
    name: `${row.number} ${row.title}`,
    content: (
      <span className={styles.choice}>
        <span>
          <span className="w-figures w-quiet">{row.number}</span> {row.title}
        </span>
        <span className="w-faint w-small">{row.unit?.display ?? row.customerName ?? ''}</span>
      </span>
    ),
  }))
  return (
    <RemoteSelect
      props={props}
      choices={choices}
      loading={found.isPending}
      failed={found.error ? errorText(t, found.error) : undefined}
      onSearch={setTyped}
      placeholder={t('picker.matter')}
      nameOf={chosen.data ? `${chosen.data.number} ${chosen.data.title}` : undefined}
    />
  )
}
