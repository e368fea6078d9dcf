import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { SURVEY_KINDS } from '#contract/survey-questions.ts'
import { createSurvey, listSurveys, SURVEY_STATES, type SurveyLine } from '#contract/surveys.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink, useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import type { Tone } from '#ui/palette.ts'
import { useApiMutation, usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'

const Filters = listSurveys.query.pick({ kind: true, state: true, q: true, from: true, to: true })
const TONE: Record<SurveyLine['state'], Tone> = { draft: 'neutral', opened: 'active', closed: 'ended' }

const NewSurvey = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const [asking, setAsking] = useState(false)
  const create = useApiMutation(createSurvey)
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAsking(true)}>
        {t('survey.new')}
      </Button>
      {asking ? (
        <FormDialog
          title={t('survey.new')}
          draftKey={`survey ${estateId}`}
          intro={t('survey.newHint')}
          schema={createSurvey.body}
          initial={{ kind: 'kano' }}
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
            const { id } = await create.mutateAsync({ params: { estateId }, body })
            go(`surveys/${id}`)
          }}
        />
      ) : null}
    </>
  )
}

/** All surveys of the estate with how many have answered. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listSurveys, { params: { estateId }, query: filters })
  const titleOf = (row: SurveyLine) => (lang === 'zh' ? row.titleZh : row.titleEn)
  const title = (row: SurveyLine) => (
    <>
      <EstateLink to={`surveys/${row.id}`}>{titleOf(row)}</EstateLink>
      {row.templateId === null ? null : <span className="w-quiet w-small"> {t('survey.byCompany')}</span>}
      {row.revision > 1 ? <span className="w-quiet w-small"> {t('survey.revision', { n: row.revision })}</span> : null}
    </>
  )
  const state = (row: SurveyLine) => <StateTag tone={TONE[row.state]}>{t(`surveyState.${row.state}`)}</StateTag>
  const rate = (row: SurveyLine) => (
    <span className="w-figures">{t('survey.rateOf', { answered: row.answered, invited: row.invited })}</span>
  )
  const columns: Column<SurveyLine>[] = [
    { key: 'title', title: t('nav.survey'), render: title },
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
      render: (row) => <span className="w-figures">{row.questions}</span>,
    },
    { key: 'rate', title: t('survey.rate'), width: 144, align: 'end', render: rate },
    {
      key: 'until',
      title: t('surveyColumn.closesOn'),
      width: 128,
      render: (row) => <span className="w-figures">{row.closesOn ?? '—'}</span>,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('nav.surveys')}
        hint={t('survey.hint')}
        actions={can('survey.design') ? <NewSurvey /> : null}
      />
      <FilterBar
        items={[
          { kind: 'search', name: 'q', label: t('survey.searchTitles') },
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
            options: SURVEY_STATES.map((value) => ({ value, label: t(`surveyState.${value}`) })),
          },
          { kind: 'dates', from: 'from', to: 'to', label: t('survey.asked') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listSurveys} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<SurveyLine>
        label={t('nav.surveys')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`surveys/${row.id}`)}
        filtered={active.length > 0}
        empty={<EmptyState title={t('survey.empty')} />}
        card={(row) => (
          <>
            <span>
              {title(row)} {state(row)}
            </span>
            <span className="w-small w-quiet">
              {t(`surveyKind.${row.kind}`)} · {rate(row)}
            </span>
          </>
        )}
      />
    </>
  )
}
