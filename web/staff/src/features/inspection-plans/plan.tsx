import { Alert } from 'antd'
import { useState } from 'react'
import { nameIn } from '#content/usual-names.ts'
import { getInspectionPlan, type Plan } from '#contract/inspection-plans.ts'
import { useTexts } from '#ui/i18n.ts'
import { usePageId } from '#ui/links.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState, LoadingState } from '#ui/states.tsx'
import { Editor } from './editor.tsx'
import styles from './plans.module.css'
import { Preview } from './preview.tsx'
import { sayRecurrence } from './say-recurrence.ts'

const Both = ({ plan }: { plan: Plan | undefined }) => {
  const { t, lang } = useTexts()
  const can = useCan()
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(plan ?? {})
  const changes = plan ? plan.mayChange : can('inspection.plan')
  if (!plan && !changes) return <EmptyState title={t('error.E_FORBIDDEN')} />
  return (
    <>
      <PageHeader
        title={plan ? nameIn(lang, plan.name) : t('plans.add')}
        tags={plan && !plan.active ? <StateTag tone="ended">{t('plans.stoppedTag')}</StateTag> : undefined}
        hint={plan ? `${sayRecurrence(t, plan)} · ${t('plans.seed', { seed: plan.seed })}` : t('plans.hint')}
      />
      {changes ? null : <Alert className={styles.notice ?? ''} type="info" showIcon title={t('plans.readOnly')} />}
      <div className={styles.editor}>
        <section className={`w-card ${styles.form}`}>
          <Editor plan={plan} onValues={setValues} />
        </section>
        {changes ? <Preview values={values} planId={plan?.id} /> : null}
      </div>
    </>
  )
}

const Existing = ({ id }: { id: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(getInspectionPlan, { params: { estateId, id } })
  const [opened, setOpened] = useState<Plan>()
  return (
    <QueryView query={query}>
      {(plan) => {
        // the form begins with what is read now, not with what this browser knew of it
        if (!opened && query.isFetching) return <LoadingState />
        // what is typed is not swept away when somebody else saves meanwhile
        const shown = opened ?? plan
        if (!opened) queueMicrotask(() => setOpened(plan))
        return (
          <>
            {shown.version < plan.version ? <Alert type="warning" showIcon title={t('plans.stale')} /> : null}
            <Both key={shown.id} plan={shown} />
          </>
        )
      }}
    </QueryView>
  )
}

/** A plan with its form, and beside it the rounds that would come of it. */
export const Page = () => {
  const id = usePageId()
  return id === 'new' ? <Both plan={undefined} /> : <Existing key={id} id={id} />
}
