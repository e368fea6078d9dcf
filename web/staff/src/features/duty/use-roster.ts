import { copyRoster, discardDraft, publishRoster, type RosterRow, type RosterView, saveRoster } from '#contract/duty.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { changeRows } from './week.rules.ts'

const TOUCHES = ['duty']

/** What may be done with the roster of one week. Every change is saved as the draft at once, so that gaps show at once. */
export const useRoster = (roster: RosterView, onLeftOut: (left: readonly string[]) => void) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const told = { touches: TOUCHES, onError: notice.bad }
  const save = useApiMutation(saveRoster, { touches: TOUCHES })
  const publish = useApiMutation(publishRoster, told)
  const copy = useApiMutation(copyRoster, told)
  const discard = useApiMutation(discardDraft, told)
  const params = { estateId, weekStart: roster.weekStart }
  const version = { version: roster.version }
  return {
    busy: save.isPending || publish.isPending || copy.isPending || discard.isPending,
    change: (change: { out?: RosterRow; into: readonly RosterRow[] }) =>
      save.mutateAsync({ params, body: { ...version, rows: changeRows(roster.rows, change) } }),
    publish: async () => {
      await publish.mutateAsync({ params, body: version })
      notice.good(t('dutyPage.published'))
    },
    copy: async () => {
      const { leftOut } = await copy.mutateAsync({ params, body: version })
      notice.good(t('dutyPage.copied'))
      onLeftOut(leftOut.map((row) => `${row.date} ${row.postName} ${row.staffName}`))
    },
    discard: async () => {
      await discard.mutateAsync({ params, body: version })
      onLeftOut([])
    },
  }
}
export type RosterActs = ReturnType<typeof useRoster>
