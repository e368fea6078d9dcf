import { SearchOutlined } from '@ant-design/icons'
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import type { OmniboxHit } from '#contract/omnibox.ts'
import { errorText } from '../error-text.ts'
import { useTexts } from '../i18n.ts'
import { groupHits, type HitGroup, type HitKind, useEstateSearch } from './estate-search.ts'
import { HitRow } from './hit-row.tsx'
import styles from './search-box.module.css'

export type SearchBoxProps = {
  ref?: Ref<{ focus: () => void }>
  label: string
  placeholder: string
  /** Only these kinds are offered. */
  kinds?: readonly HitKind[]
  /** `aside`: with Alt, for looking at it elsewhere. */
  onPick: (hit: OmniboxHit, how: { aside: boolean }) => void
  /** What is offered before anything is typed. */
  recent?: readonly OmniboxHit[]
  /** Escape on an empty field. */
  onLeave?: () => void
  /** Stands at the end of the field. */
  suffix?: ReactNode
  /** Help below the hits. */
  foot?: ReactNode
}

const step = (from: number, by: number, length: number) => (length === 0 ? 0 : (from + by + length) % length)

/** A field that finds households, people, vehicles and matters while one types; arrows choose, Enter picks. */
export const SearchBox = ({
  ref,
  label,
  placeholder,
  kinds,
  onPick,
  recent = [],
  onLeave,
  suffix,
  foot,
}: SearchBoxProps) => {
  const { t } = useTexts()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const waiting = useRef<{ aside: boolean } | undefined>(undefined)
  const input = useRef<HTMLInputElement>(null)
  // Made once: whoever holds it may focus again with every new handle, in the middle of somebody's typing.
  useImperativeHandle(
    ref,
    () => ({
      focus: () => {
        if (document.activeElement === input.current) return
        input.current?.focus()
        input.current?.select()
      },
    }),
    [],
  )
  const found = useEstateSearch(typed, kinds)
  const empty = typed.trim() === ''
  const groups: HitGroup[] = empty ? groupHits(recent) : found.groups
  const hits = groups.flatMap((group) => group.hits)
  const shown = open && (!empty || hits.length > 0)
  const current = Math.min(active, Math.max(0, hits.length - 1))

  const pick = (hit: OmniboxHit, aside: boolean) => {
    waiting.current = undefined
    setTyped('')
    setOpen(false)
    setActive(0)
    onPick(hit, { aside })
  }
  // Whoever types and presses Enter at once means what was typed, not what an older answer still shows.
  useEffect(() => {
    const asked = waiting.current
    if (!asked || !found.settled) return
    waiting.current = undefined
    const first = hits[0]
    if (first) pick(first, asked.aside)
  })
  const optionId = (at: number) => `${id}-${at}`
  useEffect(() => {
    if (shown) document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [shown, current, id])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setActive(step(current, event.key === 'ArrowDown' ? 1 : -1, hits.length))
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      if (!shown) return
      const chosen = hits[current]
      if (!empty && !found.settled) waiting.current = { aside: event.altKey }
      else if (chosen) pick(chosen, event.altKey)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (typed) setTyped('')
      else {
        setOpen(false)
        input.current?.blur()
        onLeave?.()
      }
    }
  }
  let at = -1
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches the focus leave its own parts
    <div
      className={styles.box}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <div className={styles.field}>
        <SearchOutlined aria-hidden />
        <input
          ref={input}
          type="text"
          role="combobox"
          className={styles.input}
          aria-label={label}
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && hits.length > 0 ? optionId(current) : undefined}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onFocus={() => setOpen(true)}
          onChange={(event) => {
            setTyped(event.target.value)
            setOpen(true)
            setActive(0)
            waiting.current = undefined
          }}
          onKeyDown={onKeyDown}
        />
        {suffix}
      </div>
      <div className={styles.panel} hidden={!shown}>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          hidden={hits.length === 0}
          className={found.settled || empty ? '' : (styles.stale ?? '')}
        >
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place inside a listbox
            <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
              <div className={styles.group} id={`${id}-${group.name}`}>
                {empty ? `${t('omnibox.recent')} · ` : null}
                {t(`omnibox.group.${group.name}`)}
              </div>
              {group.hits.map((hit) => {
                at += 1
                const place = at
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
                  <div
                    key={`${hit.kind} ${hit.id}`}
                    id={optionId(place)}
                    role="option"
                    tabIndex={-1}
                    aria-selected={place === current}
                    className={styles.option}
                    onMouseDown={(event) => event.preventDefault()}
                    onMouseMove={() => setActive(place)}
                    onClick={(event) => pick(hit, event.altKey)}
                  >
                    <HitRow hit={hit} query={typed} />
                  </div>
                )
              })}
            </div>
          ))}
        </div>
        {found.error && !empty ? (
          <div className={styles.note} role="alert">
            {errorText(t, found.error)}
          </div>
        ) : null}
        {!empty && found.settled && hits.length === 0 && !found.error ? (
          <div className={styles.note}>{t('omnibox.nothing')}</div>
        ) : null}
        {foot && hits.length > 0 ? <div className={styles.foot}>{foot}</div> : null}
      </div>
      <div className="w-hidden" aria-live="polite">
        {shown && found.settled && !empty ? t('omnibox.count', { count: hits.length }) : ''}
      </div>
    </div>
  )
}
