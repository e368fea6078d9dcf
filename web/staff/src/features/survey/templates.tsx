import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { SURVEY_KINDS } from '#contract/survey-questions.ts'
import {
  createSurveyTemplate,
  listSurveyTemplates,
  TEMPLATE_MOVES,
  TEMPLATE_STATES,
  type TemplateLine,
} from '#contract/survey-templates.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink, useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, usePages } from '#ui/query.ts'
import { useSpans } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { TEMPLATE_TONE } from './template-tone.ts'

const Filters = listSurveyTemplates.query.pick({ kind: true, state: true })

const NewTemplate = () => {
  const { t } = useTexts()
  const go = useGo()
  const [asking, setAsking] = useState(false)
  const create = useApiMutation(createSurveyTemplate)
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAsking(true)}>
        {t('surveyTemplate.new')}
      </Button>
      {asking ? (
        <FormDialog
          title={t('surveyTemplate.new')}
          intro={t('surveyTemplate.newHint')}
          schema={createSurveyTemplate.body}
          initial={{ kind: 'yearly' }}
          fields={{
            kind: {
              label: t('surveyColumn.kind'),
              options: SURVEY_KINDS.map((value) => ({ value, label: t(`surveyKind.${value}`) })),
            },
            titleZh: { label: t('survey.titleZh') },
            titleEn: { label: t('survey.titleEn') },
          }}
          submitLabel={t('survey.create')}
          onClose={() => setAsking(false)}
          onSubmit={async (body) => {
            const { id } = await create.mutateAsync({ body })
            go(`survey-templates/${id}`)
          }}
        />
      ) : null}
    </>
  )
}

/** The questionnaires of the company and how many estates have them. */
export const Page = () => {
  const { t, lang } = useTexts()
  const spans = useSpans()
  const go = useGo()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listSurveyTemplates, { query: filters })
  const title = (row: TemplateLine) => (
    <>
      <EstateLink to={`survey-templates/${row.id}`}>{lang === 'zh' ? row.titleZh : row.titleEn}</EstateLink>
      <span className="w-quiet w-small"> {t('survey.revision', { n: row.revision })}</span>
    </>
  )
  const state = (row: TemplateLine) => (
    <StateTag tone={TEMPLATE_TONE[row.state]}>{t(`surveyTemplateState.${row.state}`)}</StateTag>
  )
  const figure = (value: number) => <span className="w-figures">{value}</span>
  const columns: Column<TemplateLine>[] = [
    { key: 'title', title: t('nav.surveyTemplate'), render: title },
    { key: 'kind', title: t('surveyColumn.kind'), width: 176, render: (row) => t(`surveyKind.${row.kind}`) },
    { key: 'state', title: t('surveyColumn.state'), width: 104, render: state },
    {
      key: 'anonymous',
      title: t('surveyColumn.anonymous'),
      width: 120,
      wideOnly: true,
      render: (row) => t(row.anonymous ? 'survey.anonymous' : 'survey.named'),
    },
    {
      key: 'questions',
      title: t('surveyColumn.questions'),
      width: 96,
      align: 'end',
      wideOnly: true,
      render: (row) => figure(row.questions),
    },
    {
      key: 'estates',
      title: t('surveyColumn.estates'),
      width: 120,
      align: 'end',
      render: (row) => figure(row.estates),
    },
  ]
  return (
    <>
      <PageHeader
        title={t('nav.surveyTemplates')}
        hint={t('surveyTemplate.hint')}
        actions={spans(TEMPLATE_MOVES.save.by) ? <NewTemplate /> : null}
      />
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'kind',
            label: t('surveyColumn.kind'),
            options: SURVEY_KINDS.map((value) => ({ value, label: t(`surveyKind.${value}`) })),
          },
          {
            kind: 'select',
            name: 'state',
            label: t('surveyColumn.state'),
            options: TEMPLATE_STATES.map((value) => ({ value, label: t(`surveyTemplateState.${value}`) })),
          },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listSurveyTemplates} params={{}} query={filters} />
      </FilterBar>
      <DataTable<TemplateLine>
        label={t('nav.surveyTemplates')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`survey-templates/${row.id}`)}
        filtered={active.length > 0}
        empty={<EmptyState title={t('surveyTemplate.empty')} hint={t('surveyTemplate.hint')} />}
        card={(row) => (
          <>
            <span>
              {title(row)} {state(row)}
            </span>
            <span className="w-small w-quiet">
              {t(`surveyKind.${row.kind}`)} · {t('surveyTemplate.filtered', { count: row.estates })}
            </span>
          </>
        )}
      />
    </>
  )
}
