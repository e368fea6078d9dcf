import { Tabs } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import {
  publishSurveyTemplate,
  retireSurveyTemplate,
  reviseSurveyTemplate,
  saveSurveyTemplate,
  type TemplateView,
  viewSurveyTemplate,
} from '#contract/survey-templates.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink, useGo, usePageId } from '#ui/links.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useNotice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { Asked } from './asked.tsx'
import { Comparison } from './comparison.tsx'
import { Editor } from './editor.tsx'
import { RollOutButton } from './roll-out.tsx'
import { RollOutProgress } from './roll-out-progress.tsx'
import { Sample } from './sample.tsx'
import { TEMPLATE_TONE } from './template-tone.ts'
import { toSend, type Work, type Written } from './work.rules.ts'

const TABS = ['design', 'progress', 'comparison'] as const
const Tab = z.object({ tab: z.enum(TABS).optional() })

/** Quotas and lots are each estate's own. */
const asWritten = (template: TemplateView): Written => ({
  ...template,
  sample: { ...template.sample, quotas: {}, seed: null },
})
const bodyOf = (work: Work) => {
  const { sample, ...rest } = toSend(work)
  const { quotas: _quotas, seed: _seed, ...own } = sample
  return { ...rest, sample: own }
}

const Moves = ({ template, dirty }: { template: TemplateView; dirty: boolean }) => {
  const { t } = useTexts()
  const go = useGo()
  const notice = useNotice()
  const sent = { params: { id: template.id }, body: { version: template.version } }
  const onError = (error: unknown) => notice.bad(error)
  const publish = useApiMutation(publishSurveyTemplate, {
    onSuccess: () => notice.good(t('surveyTemplate.published')),
    onError,
  })
  const retire = useApiMutation(retireSurveyTemplate, {
    onSuccess: () => notice.good(t('surveyTemplate.retired')),
    onError,
  })
  const revise = useApiMutation(reviseSurveyTemplate, {
    onSuccess: (made) => go(`survey-templates/${made.id}`),
    onError,
  })
  const may = (move: TemplateView['moves'][number]) => template.moves.includes(move)
  return (
    <>
      {may('publish') ? (
        <ConfirmButton
          type="primary"
          question={t('surveyTemplate.publishAsk')}
          loading={publish.isPending}
          disabled={dirty}
          title={dirty ? t('survey.saveFirst') : undefined}
          onConfirm={() => publish.mutateAsync(sent)}
        >
          {t('surveyTemplate.publish')}
        </ConfirmButton>
      ) : null}
      {may('rollOut') ? <RollOutButton template={template} /> : null}
      {may('revise') ? (
        <ConfirmButton
          question={t('surveyTemplate.revise')}
          loading={revise.isPending}
          onConfirm={() => revise.mutateAsync(sent)}
        >
          {t('surveyTemplate.revise')}
        </ConfirmButton>
      ) : null}
      {may('retire') ? (
        <ConfirmButton
          danger
          question={t('surveyTemplate.retireAsk')}
          loading={retire.isPending}
          onConfirm={() => retire.mutateAsync(sent)}
        >
          {t('surveyTemplate.retire')}
        </ConfirmButton>
      ) : null}
    </>
  )
}

const Questions = ({ template, onDirty }: { template: TemplateView; onDirty: (dirty: boolean) => void }) => {
  const save = useApiMutation(saveSurveyTemplate)
  // the same object until it was read anew, so that what is typed is not measured against a copy each time
  const [written, setWritten] = useState({ of: template, as: asWritten(template) })
  if (written.of !== template) setWritten({ of: template, as: asWritten(template) })
  if (!template.moves.includes('save')) return <Asked survey={written.as} />
  return (
    <Editor
      survey={written.as}
      schema={saveSurveyTemplate.body}
      bodyOf={bodyOf}
      saving={save.isPending}
      onDirty={onDirty}
      onSave={(body) => save.mutateAsync({ params: { id: template.id }, body })}
      sample={({ work, onChange }) => <Sample kind={template.kind} work={work} onChange={onChange} />}
    />
  )
}

const Shown = ({ template }: { template: TemplateView }) => {
  const { t, lang } = useTexts()
  const { filters, setFilters } = useUrlFilters(Tab)
  const [dirty, setDirty] = useState(false)
  const allowed = TABS.filter((tab) => tab === 'design' || template.state !== 'draft')
  const first = template.estates > 0 ? 'comparison' : 'design'
  const tab = allowed.find((one) => one === filters.tab) ?? (template.state === 'draft' ? 'design' : first)
  const body = {
    design: <Questions key={template.id} template={template} onDirty={setDirty} />,
    progress: <RollOutProgress template={template} />,
    comparison: <Comparison template={template} />,
  }[tab]
  return (
    <>
      <PageHeader
        title={lang === 'zh' ? template.titleZh : template.titleEn}
        tags={<StateTag tone={TEMPLATE_TONE[template.state]}>{t(`surveyTemplateState.${template.state}`)}</StateTag>}
        hint={
          <>
            {[
              t(`surveyKind.${template.kind}`),
              t(template.anonymous ? 'survey.anonymous' : 'survey.named'),
              t('survey.revision', { n: template.revision }),
              t('surveyTemplate.filtered', { count: template.estates }),
            ].join(' · ')}
            {template.revisions.length > 0 ? (
              <>
                {' · '}
                {t('surveyTemplate.otherRevisions')}{' '}
                {template.revisions.map(({ id, revision }) => (
                  <span key={id}>
                    <EstateLink to={`survey-templates/${id}`}>{revision}</EstateLink>{' '}
                  </span>
                ))}
              </>
            ) : null}
          </>
        }
        actions={<Moves template={template} dirty={dirty} />}
      />
      <Tabs
        activeKey={tab}
        onChange={(next) => setFilters({ tab: TABS.find((one) => one === next) }, { step: true })}
        items={allowed.map((key) => ({ key, label: t(`surveyTemplate.tab.${key}`) }))}
      />
      {body}
    </>
  )
}

/** One questionnaire of the company: its questions, how its roll-out goes, and what the estates say. */
export const Page = () => {
  const id = usePageId()
  const query = useApiQuery(viewSurveyTemplate, { params: { id } })
  return <QueryView query={query}>{(template) => <Shown template={template} />}</QueryView>
}
