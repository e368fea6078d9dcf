import { PrinterOutlined } from '@ant-design/icons'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import type { Received } from '#contract/route.ts'
import { TENURES } from '#contract/survey-questions.ts'
import {
  getSurveyProgress,
  INVITATION_STATES,
  type InvitationLine,
  listSurveyInvitations,
  printSurveySlips,
  showSurveyLink,
} from '#contract/survey-run.ts'
import type { SurveyView } from '#contract/surveys.ts'
import { addressOf } from '#ui/api.ts'
import { Chart } from '#ui/chart/chart.tsx'
import { SchemaForm } from '#ui/form/schema-form.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useApiMutation, useApiQuery, usePages } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './survey.module.css'

type Progress = Received<typeof getSurveyProgress>
const CHANNELS = ['sms', 'slip'] as const
const shape = listSurveyInvitations.query.shape
const Filters = z.object({
  state: shape.state,
  tenure: shape.tenure,
  q: shape.q,
  building: shape.building,
  channel: shape.channel,
})
const TONE = { waiting: 'waiting', used: 'good', expired: 'ended' } as const

const rateOf = (used: number, invited: number) => (invited === 0 ? null : Math.round((used / invited) * 1_000) / 10)

/** Response rate by building, and within it by tenure. */
const ByGroup = ({ progress, onBuilding }: { progress: Progress; onBuilding: (id: string) => void }) => {
  const { t } = useTexts()
  const buildings = [...new Map(progress.lines.flatMap((l) => (l.building ? [[l.building.id, l.building.name]] : [])))]
  const tenures = TENURES.filter((one) => progress.lines.some((l) => l.tenure === one))
  return (
    <div className={`w-card ${styles.panel}`}>
      <h2>{t('survey.progressByGroup')}</h2>
      <Chart
        data={{
          kind: 'bar',
          unit: '%',
          labels: buildings.map(([, name]) => name),
          series: tenures.map((one) => ({
            id: one,
            name: t(`surveyTenure.${one}`),
            values: buildings.map(([id]) => {
              const line = progress.lines.find((l) => l.building?.id === id && l.tenure === one)
              return line ? rateOf(line.used, line.invited) : null
            }),
          })),
        }}
        description={t('survey.progressByGroup')}
        onClickDatum={({ index }) => {
          const found = buildings[index]
          if (found) onBuilding(found[0])
        }}
      />
    </div>
  )
}

const Figures = ({ progress, survey }: { progress: Progress; survey: SurveyView }) => {
  const { t } = useTexts()
  const rate = rateOf(progress.used, progress.invited)
  const figures: [string, string | number][] = [
    [t('survey.invited'), progress.invited],
    [t('survey.used'), progress.used],
    [t('survey.responseRate'), rate === null ? '—' : `${rate}%`],
    [t('survey.begun'), progress.begun],
    [t('survey.reminded'), progress.reminded],
    [t('survey.expired'), progress.expired],
    ...(progress.boxed > 0 ? [[t('survey.boxed'), progress.boxed] as [string, number]] : []),
    ...(survey.waiting > 0 ? [[t('survey.waitingCount'), survey.waiting] as [string, number]] : []),
    ...(progress.seed ? [[t('survey.seed'), progress.seed] as [string, string]] : []),
  ]
  return (
    <div className={styles.cards}>
      {figures.map(([label, value]) => (
        <div key={label} className={`w-card ${styles.card}`}>
          <span className="w-small w-quiet">{label}</span>
          <span className={`w-figures ${styles.value}`}>{value}</span>
        </div>
      ))}
    </div>
  )
}

/** The link of one invitation, taken out for a purpose that is kept. */
const LinkDialog = ({
  survey,
  invitation,
  onClose,
}: {
  survey: SurveyView
  invitation: InvitationLine
  onClose: () => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const show = useApiMutation(showSurveyLink)
  return (
    <Modal open title={t('survey.linkTitle')} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <p className="w-quiet">{t('survey.linkHint')}</p>
      {show.data ? (
        <Input.TextArea readOnly autoSize value={show.data.link} aria-label={t('survey.link')} />
      ) : (
        <SchemaForm
          schema={showSurveyLink.body}
          fields={{ purpose: { label: t('survey.purpose'), autoFocus: true } }}
          submitLabel={t('survey.showLink')}
          onCancel={onClose}
          onSubmit={(body) =>
            show.mutateAsync({ params: { estateId, id: survey.id, invitationId: invitation.id }, body })
          }
        />
      )}
    </Modal>
  )
}

/** How it goes: who was asked and who has answered, as it stands now. */
export const Run = ({ survey }: { survey: SurveyView }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const params = { estateId, id: survey.id }
  const [linked, setLinked] = useState<InvitationLine>()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const { building, tenure, channel, q } = filters
  const progress = useApiQuery(getSurveyProgress, { params })
  const pages = usePages(listSurveyInvitations, { params, query: filters })
  const stateTag = (row: InvitationLine) => (
    <StateTag tone={TONE[row.state]}>{t(`surveyInvitation.${row.state}`)}</StateTag>
  )
  // once the last day is over no link is of use
  const handsOut = can('survey.run') && survey.state === 'opened' && survey.paperOnlyUntil === null
  const columns: Column<InvitationLine>[] = [
    {
      key: 'no',
      title: t('surveyColumn.slip'),
      width: 96,
      align: 'end',
      render: (row) => <span className="w-figures">{row.no}</span>,
    },
    { key: 'unit', title: t('surveyColumn.unit'), width: 152, render: (row) => row.unit ?? '—' },
    { key: 'name', title: t('surveyColumn.name'), render: (row) => row.name ?? '—' },
    { key: 'tenure', title: t('surveyColumn.tenure'), width: 88, render: (row) => t(`surveyTenure.${row.tenure}`) },
    { key: 'state', title: t('surveyColumn.state'), width: 112, render: stateTag },
    {
      key: 'channel',
      title: t('surveyColumn.channel'),
      width: 104,
      wideOnly: true,
      render: (row) => t(`surveyChannel.${row.channel}`),
    },
    {
      key: 'phone',
      title: t('surveyColumn.phone'),
      width: 128,
      wideOnly: true,
      render: (row) => <span className="w-figures">{row.phone ?? '—'}</span>,
    },
    {
      key: 'reminded',
      title: t('surveyColumn.reminded'),
      width: 96,
      align: 'end',
      wideOnly: true,
      render: (row) => <span className="w-figures">{row.reminded}</span>,
    },
    {
      key: 'until',
      title: t('surveyColumn.expiresAt'),
      width: 144,
      wideOnly: true,
      render: (row) => <Instant at={row.expiresAt} show="absolute" />,
    },
    ...(handsOut
      ? [
          {
            key: 'link',
            title: t('survey.link'),
            width: 96,
            render: (row: InvitationLine) =>
              row.state === 'waiting' ? (
                <Button size="small" aria-label={`${t('survey.link')} ${row.no}`} onClick={() => setLinked(row)}>
                  {t('survey.link')}
                </Button>
              ) : null,
          },
        ]
      : []),
  ]
  return (
    <>
      <QueryView query={progress}>
        {(known) => (
          <>
            <Figures progress={known} survey={survey} />
            <ByGroup progress={known} onBuilding={(id) => setFilters({ building: id })} />
          </>
        )}
      </QueryView>
      <FilterBar
        items={[
          { kind: 'search', name: 'q', label: t('survey.who') },
          {
            kind: 'select',
            name: 'state',
            label: t('survey.invitationState'),
            options: INVITATION_STATES.map((value) => ({ value, label: t(`surveyInvitation.${value}`) })),
          },
          {
            kind: 'select',
            name: 'tenure',
            label: t('surveyColumn.tenure'),
            options: TENURES.map((value) => ({ value, label: t(`surveyTenure.${value}`) })),
          },
          {
            kind: 'select',
            name: 'channel',
            label: t('surveyColumn.channel'),
            options: CHANNELS.map((value) => ({ value, label: t(`surveyChannel.${value}`) })),
          },
          {
            kind: 'select',
            name: 'building',
            label: t('surveyColumn.building'),
            options: [
              ...new Map(
                progress.data?.lines.flatMap((l) => (l.building ? [[l.building.id, l.building.name] as const] : [])),
              ),
            ].map(([value, label]) => ({ value, label })),
          },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        {handsOut ? (
          <Button
            icon={<PrinterOutlined aria-hidden />}
            title={t('survey.printSlipsHint')}
            href={addressOf(printSurveySlips, { params, query: { building, tenure, channel, q, lang } })}
            target="_blank"
          >
            {t('survey.printSlips')}
          </Button>
        ) : null}
        <ExportLink list={listSurveyInvitations} params={params} query={filters} />
      </FilterBar>
      <DataTable<InvitationLine>
        label={t('survey.invitations')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        filtered={active.length > 0}
        card={(row) => (
          <>
            <span>
              <span className="w-figures">{row.no}</span> {row.unit} {row.name} {stateTag(row)}
            </span>
            {handsOut && row.state === 'waiting' ? (
              <Button size="small" onClick={() => setLinked(row)}>
                {t('survey.link')}
              </Button>
            ) : null}
          </>
        )}
      />
      {linked ? <LinkDialog survey={survey} invitation={linked} onClose={() => setLinked(undefined)} /> : null}
    </>
  )
}
