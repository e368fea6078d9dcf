import { z } from 'zod'
import { markWatchCheck, type WatchChannel } from '#contract/complaint-watch.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const MOST = 1000
// a number that was taken out of the field is not nought
const Find = markWatchCheck.body.extend({ found: z.number().int().min(1).max(MOST) })

/** A look that found something: how much, and a word about it. */
export const FindDialog = ({
  channel,
  onClose,
  onSaved,
}: {
  channel: WatchChannel
  onClose: () => void
  onSaved: (found: number) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const mark = useApiMutation(markWatchCheck)
  return (
    <FormDialog
      title={t('watching.findTitle', { name: channel.name })}
      schema={Find}
      initial={{ found: 1 }}
      fields={{
        found: { label: t('watching.found'), autoFocus: true },
        note: { label: t('watching.note'), rows: 3 },
      }}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        await mark.mutateAsync({ params: { estateId, id: channel.id }, body })
        notice.good(t('watching.checked'))
        onSaved(body.found)
        onClose()
      }}
    />
  )
}
