import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { isMatterReport, MATTER_REPORTS, PERIOD_REPORTS } from '#contract/complaint-report-parts.ts'
import { openComplaintReport } from '#contract/complaint-reports.ts'
import { LocalDate, Uuid } from '#contract/values.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { needed } from '#ui/household/needed.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { useToday } from '#ui/order/order-times.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

/** The first is what is written by hand most often: a case that others should know (CP-134, CP-135). */
const KINDS = ['caseAnalysis', ...MATTER_REPORTS.filter((kind) => kind !== 'caseAnalysis'), ...PERIOD_REPORTS] as const

const Asked = z
  .object({ kind: z.enum(KINDS), matterId: Uuid.optional(), day: LocalDate.optional() })
  .superRefine(({ kind, matterId }, ctx) => {
    if (isMatterReport(kind) && matterId === undefined) needed(ctx, 'matterId')
  })

const aboutMatter = (values: Readonly<Record<string, unknown>>) => MATTER_REPORTS.some((kind) => kind === values.kind)

/** Opens the draft of a report; one that is there already is opened again. */
export const NewReport = ({ matterId }: { matterId: string | undefined }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const today = useToday()
  const [asking, setAsking] = useState(false)
  const open = useApiMutation(openComplaintReport, { touches: ['complaints'] })
  return (
    <>
      <Button type="primary" icon={<EditOutlined aria-hidden />} onClick={() => setAsking(true)}>
        {t('complaintReports.write')}
      </Button>
      {asking ? (
        <FormDialog
          title={t('complaintReports.write')}
          intro={t('complaintReports.writeHint')}
          schema={Asked}
          initial={{ kind: 'caseAnalysis', matterId, day: today }}
          fields={{
            kind: {
              label: t('complaintColumn.report'),
              options: KINDS.map((value) => ({ value, label: t(`reportKind.${value}`) })),
            },
            matterId: {
              label: t('complaintReports.matter'),
              widget: 'matter',
              extra: { kind: 'complaint', open: null },
              when: aboutMatter,
            },
            day: {
              label: t('complaintReports.day'),
              help: t('complaintReports.dayHelp'),
              when: (values) => !aboutMatter(values),
            },
          }}
          explain={({ code, field }): Record<string, string> =>
            code === 'E_INPUT' && field === 'kind' ? { kind: t('complaintReports.notSuch') } : {}
          }
          submitLabel={t('complaintReports.open')}
          onClose={() => setAsking(false)}
          onSubmit={async (body) => {
            const { id } = await open.mutateAsync({ params: { estateId }, body })
            go(`complaint-reports/${id}`)
          }}
        />
      ) : null}
    </>
  )
}
