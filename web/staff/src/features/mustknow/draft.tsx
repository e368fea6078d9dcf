import { Alert, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import {
  approveSheet,
  checkSheet,
  dropSheet,
  getSheetVersion,
  listIncompleteSheets,
  returnSheet,
} from '#contract/must-know.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useToday } from '#ui/household/day.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { EmptyState, LoadingState } from '#ui/states.tsx'
import { Changes } from './changes.tsx'
import type { Mine } from './mine.ts'
import styles from './mustknow.module.css'
import { VersionLine } from './version-line.tsx'

const Editor = lazy(async () => ({ default: (await import('./editor.tsx')).Editor }))
const TOUCHES = ['must-know']

/** FD-021: sheets with empty fields, over all estates of the person. */
const Incomplete = () => {
  const { t } = useTexts()
  const query = useApiQuery(listIncompleteSheets, {}, { topics: TOUCHES })
  if (!query.data || query.data.rows.length === 0) return null
  return (
    <section className={`w-card ${styles.group}`}>
      <h2>{t('mustKnowPage.incompleteEstates')}</h2>
      <ul className={styles.changes}>
        {query.data.rows.map((row) => (
          <li key={row.estate.id}>
            <span className={styles.changed}>
              {row.estate.name}{' '}
              <span className="w-small w-quiet">
                {row.number === null ? t('mustKnowPage.noSheet') : t('mustKnowPage.version', { number: row.number })}
              </span>
            </span>
            <span className="w-small">{row.missing.map((key) => wordFor(t, `mustKnow.${key}`)).join('、')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Draft = NonNullable<Mine['draft']>

const Acts = ({ draft, onEdit }: { draft: Draft; onEdit: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const today = useToday()
  const [asking, setAsking] = useState<'return' | 'approve'>()
  const told = { touches: TOUCHES, onError: notice.bad }
  const check = useApiMutation(checkSheet, { ...told, onSuccess: () => notice.good(t('mustKnowPage.checkDone')) })
  const drop = useApiMutation(dropSheet, told)
  const back = useApiMutation(returnSheet, { touches: TOUCHES })
  const approve = useApiMutation(approveSheet, { touches: TOUCHES })
  const params = { estateId, id: draft.id }
  const { version } = draft
  const close = () => setAsking(undefined)
  const explain = ({ code }: { code: string }): Record<string, string> =>
    code === 'E_SECOND_PERSON' ? { effectiveDate: t('mustKnowPage.secondPerson') } : {}
  return (
    <div className={styles.acts}>
      <Button onClick={onEdit}>{t('mustKnowPage.editDraft')}</Button>
      {draft.state === 'draft' ? (
        <Button type="primary" loading={check.isPending} onClick={() => check.mutate({ params, body: { version } })}>
          {t('mustKnowPage.check')}
        </Button>
      ) : (
        <Button type="primary" onClick={() => setAsking('approve')}>
          {t('mustKnowPage.approve')}
        </Button>
      )}
      <Button onClick={() => setAsking('return')}>{t('mustKnowPage.return')}</Button>
      <ConfirmButton
        type="text"
        danger
        question={t('mustKnowPage.dropAsk')}
        loading={drop.isPending}
        onConfirm={() => drop.mutateAsync({ params, body: { version } })}
      >
        {t('mustKnowPage.drop')}
      </ConfirmButton>
      {asking === 'return' ? (
        <FormDialog
          title={t('mustKnowPage.return')}
          schema={returnSheet.body}
          initial={{ version }}
          fields={{ reason: { label: t('mustKnowPage.reason'), autoFocus: true, rows: 3 } }}
          submitLabel={t('mustKnowPage.return')}
          onClose={close}
          onSubmit={async (body) => {
            await back.mutateAsync({ params, body })
            notice.good(t('mustKnowPage.returned'))
            close()
          }}
        />
      ) : null}
      {asking === 'approve' ? (
        <FormDialog
          title={t('mustKnowPage.approve')}
          intro={t('mustKnowPage.secondPerson')}
          schema={approveSheet.body}
          initial={{ version, effectiveDate: today }}
          fields={{ effectiveDate: { label: t('mustKnowPage.effectiveDate'), widget: 'date' } }}
          explain={explain}
          submitLabel={t('mustKnowPage.approve')}
          onClose={close}
          onSubmit={async (body) => {
            await approve.mutateAsync({ params, body })
            notice.good(t('mustKnowPage.approved', { date: body.effectiveDate }))
            close()
          }}
        />
      ) : null}
    </div>
  )
}

const Open = ({ draft }: { draft: Draft }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [editing, setEditing] = useState(false)
  const query = useApiQuery(getSheetVersion, { params: { estateId, id: draft.id } }, { topics: TOUCHES })
  return (
    <>
      <VersionLine version={draft} />
      <QueryView query={query}>
        {(sheet) =>
          editing ? (
            <Suspense fallback={<LoadingState />}>
              <Editor
                version={sheet.version}
                content={sheet.content}
                summary={sheet.summary}
                onDone={() => setEditing(false)}
              />
            </Suspense>
          ) : (
            <>
              <Alert type="info" showIcon className={styles.alert ?? ''} title={t('mustKnowPage.secondPerson')} />
              <Acts draft={draft} onEdit={() => setEditing(true)} />
              <section className={`w-card ${styles.group}`}>
                <h2>{t('mustKnowPage.whatChanged')}</h2>
                <Changes changes={sheet.changes} />
              </section>
            </>
          )
        }
      </QueryView>
    </>
  )
}

/** The next version: written by one, checked and approved by others (FD-023). */
export const DraftView = ({ mine }: { mine: Mine }) => {
  const { t } = useTexts()
  const [beginning, setBeginning] = useState(false)
  const begin = (
    <Button type="primary" onClick={() => setBeginning(true)}>
      {t('mustKnowPage.begin')}
    </Button>
  )
  return (
    <>
      {mine.draft ? (
        <Open draft={mine.draft} />
      ) : beginning ? (
        <Suspense fallback={<LoadingState />}>
          <Editor
            version={0}
            content={mine.inForce?.content ?? { overview: {}, fees: {}, facilities: {}, phones: [], more: [] }}
            summary={null}
            onDone={() => setBeginning(false)}
          />
        </Suspense>
      ) : (
        <EmptyState title={t('mustKnowPage.noDraft')} hint={t('mustKnowPage.noDraftHint')} actions={begin} />
      )}
      <Incomplete />
    </>
  )
}
