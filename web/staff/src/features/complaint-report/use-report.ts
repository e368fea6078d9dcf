import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { type FirstReport, PART_NAMES, type PartName } from '#contract/complaint-report-parts.ts'
import {
  getComplaintReport,
  type ReportView,
  saveComplaintReport,
  submitComplaintReport,
} from '#contract/complaint-reports.ts'
import { type ApiError, isApiError } from '#ui/api-error.ts'
import { readDraft, writeDraft } from '#ui/form/draft.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { queryKey, useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { inConflict, type Typed, typedFrom, unsaved } from './typed.rules.ts'

const TOUCHES = ['complaints', 'matters']
const Missing = z.object({ missing: z.array(z.enum(PART_NAMES)) })
const missingFrom = (error: ApiError): PartName[] => {
  const said = Missing.safeParse(error.details)
  return error.code === 'E_INPUT' && said.success ? said.data.missing : []
}
const focusPart = (name: PartName | undefined) => {
  const field = name ? document.getElementById(`part-${name}`) : null
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}

/** What is typed into a draft, kept in this tab until the server has it, and the ways to save and submit it. */
export const useReport = (report: ReportView) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const client = useQueryClient()
  const notice = useNotice()
  const key = `complaintReport ${report.id}`
  const [typed, setTyped] = useState<Typed>(() => typedFrom(readDraft(key)))
  const [missing, setMissing] = useState<readonly PartName[]>([])
  const params = { estateId, id: report.id }
  const told = { touches: TOUCHES }
  const save = useApiMutation(saveComplaintReport, told)
  const submit = useApiMutation(submitComplaintReport, told)
  const open = unsaved(typed, report.parts)
  useEffect(() => writeDraft(key, open))

  /** The newest state, shown at once; the next save needs its version. */
  const shown = (view: ReportView) => client.setQueryData(queryKey(getComplaintReport, { params }), view)
  const write = async (from: ReportView, alsoServes?: FirstReport | null): Promise<ReportView> => {
    const parts = Object.fromEntries(Object.entries(open).map(([name, { text }]) => [name, text]))
    const body = { version: from.version, parts, ...(alsoServes === undefined ? {} : { alsoServes }) }
    const view = await save.mutateAsync({ params, body })
    shown(view)
    return view
  }
  const conflicting = report.parts.find((part) => inConflict(typed, part))
  const attempt = async (work: () => Promise<unknown>) => {
    if (conflicting) return focusPart(conflicting.name)
    try {
      await work()
    } catch (error) {
      const empty = isApiError(error) ? missingFrom(error) : []
      setMissing(empty)
      if (empty.length === 0) notice.bad(error)
      else {
        notice.bad(t('complaintReport.refused', { count: empty.length }))
        focusPart(empty[0])
      }
    }
  }
  return {
    typed,
    setTyped,
    dirty: Object.keys(open).length > 0,
    /** Parts that a refused submission named and that are still empty. */
    missing: missing.filter(
      (name) => (typed[name]?.text ?? report.parts.find((p) => p.name === name)?.text ?? '').trim() === '',
    ),
    saving: save.isPending,
    submitting: submit.isPending,
    save: () =>
      attempt(async () => {
        await write(report)
        notice.good(t('common.saved'))
      }),
    alsoServe: (kind: FirstReport | null) => attempt(() => write(report, kind)),
    submit: () =>
      attempt(async () => {
        const { version } = Object.keys(open).length > 0 ? await write(report) : report
        shown(await submit.mutateAsync({ params, body: { version } }))
        notice.good(t('reportState.submitted'))
      }),
  }
}
export type ReportWork = ReturnType<typeof useReport>
