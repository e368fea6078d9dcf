import { type ReactNode, useRef, useState } from 'react'
import type { z } from 'zod'
import { isApiError } from '../api-error.ts'
import type { FieldSpec } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'
import { Instant } from '../instant.tsx'
import { useNotice } from '../notice.tsx'
import { changesOf, differing } from './changes.ts'
import { FormDialog, type FormDialogProps } from './form-dialog.tsx'
import styles from './household.module.css'

type Values = Record<string, unknown>
/** Something as it stands on the server, in the form's own fields. */
export type Standing = { values: Values; version: number }
/** Who changed it meanwhile, where the server keeps that. */
export type ChangedBy = { id: string; name: string; at: string }

export type ChangeDialogProps<S extends z.ZodObject> = Pick<
  FormDialogProps<S>,
  'title' | 'schema' | 'fields' | 'columns' | 'explain' | 'onClose' | 'intro' | 'draftKey'
> & {
  began: Standing
  /** The contract's schema of the change: knows which fields may be emptied. */
  patch: z.ZodObject
  /** `changes` holds only what was changed here. Rejects with the `ApiError`. */
  send: (changes: Values, version: number) => Promise<unknown>
  /** Reads it again after somebody else was faster. */
  reread: () => Promise<Standing & { by: readonly ChangedBy[] }>
  /** How a value is shown to people. */
  say: (field: string, value: unknown) => ReactNode
  onDone: () => void
}

type Met = { now: Standing; by: readonly ChangedBy[]; fields: string[]; mine: ReadonlySet<string> }

const Conflict = ({
  met,
  began,
  labels,
  say,
}: {
  met: Met
  began: Values
  labels: Readonly<Record<string, FieldSpec | undefined>>
  say: ChangeDialogProps<z.ZodObject>['say']
}) => {
  const { t } = useTexts()
  return (
    <section className={styles.conflict} role="alert">
      <p>{t('conflict.title')}</p>
      {met.by.map((one) => (
        <p key={one.id} className="w-small">
          {t('conflict.by', { name: one.name })} · <Instant at={one.at} show="both" />
        </p>
      ))}
      <dl className={styles.differences}>
        {met.fields.map((field) => (
          <div key={field}>
            <dt>{labels[field]?.label ?? field}</dt>
            <dd>
              <del>{say(field, began[field])}</del> → <ins>{say(field, met.now.values[field])}</ins>
              {met.mine.has(field) ? <div className="w-small">{t('conflict.yours')}</div> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/**
 * Changes one thing under its version. When somebody was faster nothing typed is lost: what they changed is shown beside
 * the form, and saving again sends this form's own changes on top of theirs.
 */
export const ChangeDialog = <S extends z.ZodObject>(props: ChangeDialogProps<S>) => {
  const { began, patch, send, reread, say, onDone, schema, fields, ...dialog } = props
  const { t } = useTexts()
  const notice = useNotice()
  const [first] = useState(began)
  const version = useRef(began.version)
  const [met, setMet] = useState<Met>()
  const names = Object.keys(fields)
  const submit = async (value: z.output<S>) => {
    const changes = changesOf(patch, first.values, value, names)
    if (Object.keys(changes).length === 0) {
      notice.good(t('customer.nothingChanged'))
      return onDone()
    }
    try {
      await send(changes, version.current)
    } catch (problem) {
      if (isApiError(problem) && problem.code === 'E_VERSION_STALE') {
        const { by, ...now } = await reread()
        version.current = now.version
        const changed = differing(first.values, now.values, names)
        setMet({ now, by, fields: changed, mine: new Set(changed.filter((field) => field in changes)) })
      }
      throw problem
    }
    onDone()
  }
  return (
    <FormDialog
      {...dialog}
      schema={schema}
      fields={fields}
      initial={first.values as Partial<z.input<S>>}
      submitLabel={t('common.save')}
      onSubmit={submit}
      first={met ? <Conflict met={met} began={first.values} labels={fields} say={say} /> : null}
    />
  )
}
