import { Alert, Tabs } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import { closeSurvey, getSurvey, openSurvey, reviseSurvey, type SurveyView } from '#contract/surveys.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useGo, usePageId } from '#ui/links.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useNotice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate, useZone } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { LoadingState } from '#ui/states.tsx'
import { wallTime } from '#ui/time.rules.ts'
import { Asked } from './asked.tsx'
import { Design } from './design.tsx'
import { Enter } from './enter.tsx'
import { Run } from './run.tsx'
import styles from './survey.module.css'

// charts come along with the results alone
const Results = lazy(async () => ({ default: (await import('./results.tsx')).Results }))

const TABS = ['design', 'run', 'enter', 'results'] as const
const Tab = z.object({ tab: z.enum(TABS).optional() })
const TONE = { draft: 'neutral', opened: 'active', closed: 'ended' } as const

const Moves = ({ survey, dirty }: { survey: SurveyView; dirty: boolean }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const notice = useNotice()
  const sent = { params: { estateId, id: survey.id }, body: { version: survey.version } }
  const onError = (error: unknown) => notice.bad(error)
  const open = useApiMutation(openSurvey, { onSuccess: () => notice.good(t('survey.opened')), onError })
  const close = useApiMutation(closeSurvey, { onSuccess: () => notice.good(t('survey.closed')), onError })
  const revise = useApiMutation(reviseSurvey, { onSuccess: (made) => go(`surveys/${made.id}`), onError })
  const may = (move: SurveyView['moves'][number]) => survey.moves.includes(move)
  return (
    <>
      {may('open') ? (
        <ConfirmButton
          type="primary"
          question={t('survey.openAsk')}
          loading={open.isPending}
          disabled={dirty}
          title={dirty ? t('survey.saveFirst') : undefined}
          onConfirm={() => open.mutateAsync(sent)}
        >
          {t('survey.open')}
        </ConfirmButton>
      ) : null}
      {may('close') ? (
        <ConfirmButton
          question={t('survey.closeAsk')}
          loading={close.isPending}
          onConfirm={() => close.mutateAsync(sent)}
        >
          {t('survey.close')}
        </ConfirmButton>
      ) : null}
      {may('revise') ? (
        <ConfirmButton
          question={t('survey.revise')}
          loading={revise.isPending}
          onConfirm={() => revise.mutateAsync(sent)}
        >
          {t('survey.revise')}
        </ConfirmButton>
      ) : null}
    </>
  )
}

const Shown = ({ survey }: { survey: SurveyView }) => {
  const { t, lang } = useTexts()
  const can = useCan()
  const zone = useZone()
  const { filters, setFilters } = useUrlFilters(Tab)
  const [dirty, setDirty] = useState(false)
  const allowed = TABS.filter((tab) => {
    if (tab === 'results') return survey.state !== 'draft' && can('survey.read')
    if (tab === 'enter') return survey.moves.includes('enter')
    if (tab === 'run') return survey.state !== 'draft' && (can('survey.run') || can('survey.enter'))
    return true
  })
  const first = survey.state === 'draft' ? 'design' : (allowed.find((tab) => tab === 'results') ?? allowed[0])
  const tab = allowed.find((one) => one === filters.tab) ?? first ?? 'design'
  const body = {
    design: survey.moves.includes('save') ? (
      <Design key={survey.id} survey={survey} onDirty={setDirty} />
    ) : (
      <Asked survey={survey} />
    ),
    run: <Run survey={survey} />,
    enter: <Enter survey={survey} />,
    results: (
      <Suspense fallback={<LoadingState />}>
        <Results survey={survey} />
      </Suspense>
    ),
  }[tab]
  return (
    <>
      <PageHeader
        title={lang === 'zh' ? survey.titleZh : survey.titleEn}
        tags={<StateTag tone={TONE[survey.state]}>{t(`surveyState.${survey.state}`)}</StateTag>}
        hint={[
          t(`surveyKind.${survey.kind}`),
          t(survey.anonymous ? 'survey.anonymous' : 'survey.named'),
          t('survey.revision', { n: survey.revision }),
          ...(survey.closesOn && !survey.closedAt ? [t('survey.until', { date: survey.closesOn })] : []),
          ...(survey.closedAt
            ? [t('survey.closedOn', { date: wallTime(Date.parse(survey.closedAt), zone).date })]
            : []),
        ].join(' · ')}
        actions={<Moves survey={survey} dirty={dirty} />}
      />
      {survey.closesOn && survey.paperOnlyUntil ? (
        <Alert
          className={styles.gap ?? ''}
          type="info"
          showIcon
          title={t('survey.paperOnly', { date: survey.closesOn, until: survey.paperOnlyUntil })}
        />
      ) : null}
      <Tabs
        activeKey={tab}
        onChange={(next) => setFilters({ tab: TABS.find((one) => one === next) }, { step: true })}
        items={allowed.map((key) => ({ key, label: t(`survey.tab.${key}`) }))}
      />
      {body}
    </>
  )
}

/** One survey: its questions, whom it asks, its paper, and what it found. */
export const Page = () => {
  const { id: estateId } = useEstate()
  const id = usePageId()
  const query = useApiQuery(getSurvey, { params: { estateId, id } })
  return <QueryView query={query}>{(survey) => <Shown survey={survey} />}</QueryView>
}
