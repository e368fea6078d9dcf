import { SearchOutlined } from '@ant-design/icons'
import { Alert, Button, Input } from 'antd'
import { z } from 'zod'
import { confirmReading, SHEET_GROUPS, type SheetField, searchMustKnow } from '#contract/must-know.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useNotice } from '#ui/notice.tsx'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import { Changes } from './changes.tsx'
import type { Mine } from './mine.ts'
import styles from './mustknow.module.css'
import { VersionLine } from './version-line.tsx'

const Filters = z.object({ q: z.string().max(100).default('') })
const TYPING_MS = 200

const Facts = ({ fields }: { fields: readonly SheetField[] }) => {
  const { t } = useTexts()
  return (
    <dl className={styles.facts}>
      {fields.map((field) => (
        <div key={`${field.key} ${field.name ?? ''}`}>
          <dt>
            {field.name ?? wordFor(t, `mustKnow.${field.key}`)}
            {field.name && field.group === 'fees' ? (
              <span className="w-small w-faint"> {wordFor(t, `mustKnow.${field.key}`)}</span>
            ) : null}
          </dt>
          <dd>
            <span className="w-figures">{field.value}</span>
            {field.note ? <span className="w-small w-quiet"> {field.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Found = ({ q }: { q: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(
    searchMustKnow,
    { params: { estateId }, query: { q } },
    { topics: ['must-know'], placeholderData: (before) => before },
  )
  return (
    <section className={`w-card ${styles.group}`} aria-live="polite">
      <QueryView query={query}>
        {({ rows }) =>
          rows.length > 0 ? (
            <Facts fields={rows} />
          ) : (
            <EmptyState compact title={t('mustKnowPage.nothingFound')} hint={t('mustKnowPage.nothingFoundHint')} />
          )
        }
      </QueryView>
    </section>
  )
}

const ToRead = ({ mine, versionId }: { mine: Mine; versionId: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const confirm = useApiMutation(confirmReading, {
    touches: ['must-know'],
    onError: notice.bad,
    onSuccess: () => notice.good(t('mustKnowPage.confirmed')),
  })
  const { changes, dueAt } = mine.toRead
  if (changes.length === 0) return null
  return (
    <section className={`w-card ${styles.group}`} aria-label={t('mustKnowPage.changes', { count: changes.length })}>
      <div className={styles.head}>
        <h2>{t('mustKnowPage.changes', { count: changes.length })}</h2>
        {dueAt ? <TimeLeft dueAt={dueAt} /> : null}
        <Button
          type="primary"
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ params: { estateId }, body: { versionId } })}
        >
          {t('mustKnowPage.confirm')}
        </Button>
      </div>
      <div className={styles.scroll}>
        <Changes changes={changes} />
      </div>
    </section>
  )
}

/** The sheet in force by groups; what is asked for stands in its place while one searches. */
export const SheetInForce = ({ mine }: { mine: Mine }) => {
  const { t } = useTexts()
  const { filters, setFilters } = useUrlFilters(Filters)
  const q = useDebounced(filters.q.trim(), TYPING_MS)
  const { inForce, next } = mine
  if (!inForce) {
    return (
      <>
        {next?.effectiveDate ? (
          <Alert
            type="info"
            showIcon
            title={t('mustKnowPage.next', { number: next.number, date: next.effectiveDate })}
          />
        ) : null}
        <div className="w-card">
          <EmptyState title={t('mustKnowPage.none')} hint={t('mustKnowPage.noneHint')} />
        </div>
      </>
    )
  }
  return (
    <>
      <Input
        size="large"
        type="search"
        allowClear
        autoFocus
        className={styles.search ?? ''}
        prefix={<SearchOutlined className="w-faint" aria-hidden />}
        placeholder={t('mustKnowPage.search')}
        aria-label={t('mustKnowPage.search')}
        maxLength={100}
        value={filters.q}
        onChange={(event) => setFilters({ q: event.target.value })}
      />
      {q ? (
        <Found q={q} />
      ) : (
        <>
          <ToRead mine={mine} versionId={inForce.id} />
          <VersionLine version={inForce} />
          {next?.effectiveDate ? (
            <Alert
              type="info"
              showIcon
              className={styles.alert ?? ''}
              title={t('mustKnowPage.next', { number: next.number, date: next.effectiveDate })}
            />
          ) : null}
          <div className={styles.groups}>
            {SHEET_GROUPS.map((group) => ({ group, fields: inForce.fields.filter((f) => f.group === group) }))
              .filter(({ fields }) => fields.length > 0)
              .map(({ group, fields }) => (
                <section key={group} className={`w-card ${styles.group}`}>
                  <h2>{t(`sheetGroup.${group}`)}</h2>
                  <Facts fields={fields} />
                </section>
              ))}
          </div>
        </>
      )}
    </>
  )
}
