import { type DutyView, endDuty, listMyDuties } from '#contract/duty.ts'
import { nowMs } from '#ui/clock.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { DataTable } from '#ui/list/data-table.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation, usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { DutyState, dutyColumns } from './duty-columns.tsx'

const GoOff = ({ duty }: { duty: DutyView }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const end = useApiMutation(endDuty, { touches: ['duty'], onError: notice.bad })
  if (duty.endedAt || Date.parse(duty.from) > nowMs()) return null
  return (
    <ConfirmButton
      size="small"
      question={t('dutyPage.goOffAsk')}
      hint={t('dutyPage.goOffHint')}
      loading={end.isPending}
      onConfirm={() => end.mutateAsync({ params: { estateId, id: duty.id }, body: {} })}
    >
      {t('dutyPage.goOff')}
    </ConfirmButton>
  )
}

/** My own duties from today on. */
export const MyDuties = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(listMyDuties, { params: { estateId }, query: {} }, { topics: ['duty'] })
  return (
    <DataTable<DutyView>
      label={t('dutyPage.mine')}
      columns={[
        ...dutyColumns(t),
        {
          key: 'state',
          title: t('staffPage.state'),
          render: (d) => (
            <>
              <DutyState duty={d} /> <GoOff duty={d} />
            </>
          ),
        },
      ]}
      pages={pages}
      rowKey={(d) => d.id}
      empty={<EmptyState title={t('dutyPage.noDuties')} />}
    />
  )
}
