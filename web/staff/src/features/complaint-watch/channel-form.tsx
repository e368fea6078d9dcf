import { changeWatchChannel, createWatchChannel, WATCH_KINDS, type WatchChannel } from '#contract/complaint-watch.ts'
import type { ApiError } from '#ui/api.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

/** A channel to watch: a new one, or another name, address, person, or no longer watched. */
export const ChannelDialog = ({ channel, onClose }: { channel: WatchChannel | undefined; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const create = useApiMutation(createWatchChannel)
  const change = useApiMutation(changeWatchChannel)
  const shared = {
    submitLabel: t('common.save'),
    onClose,
    explain: ({ code, field }: ApiError): Record<string, string> =>
      code === 'E_DUPLICATE' && field === 'name' ? { name: t('watching.nameTaken') } : {},
  }
  const fields = {
    name: { label: t('watching.name'), autoFocus: true },
    url: {
      label: t('watching.url'),
      widget: 'text',
      help: t('watching.urlHelp'),
      when: (values: Readonly<Record<string, unknown>>) => (channel ?? values).kind !== 'box',
    },
    assignedId: { label: t('watching.assigned'), widget: 'staff', help: t('watching.assignedHelp') },
  }
  const done = () => {
    notice.good(t('watching.saved'))
    onClose()
  }
  if (!channel) {
    return (
      <FormDialog
        {...shared}
        title={t('watching.addTitle')}
        intro={t('watching.addHint')}
        schema={createWatchChannel.body}
        initial={{ kind: 'online' }}
        fields={{
          kind: {
            label: t('watching.kind'),
            widget: 'radio',
            help: t('watching.kindHelp'),
            options: WATCH_KINDS.map((value) => ({ value, label: t(`watchKind.${value}`) })),
          },
          ...fields,
        }}
        onSubmit={async (body) => {
          await create.mutateAsync({ params: { estateId }, body })
          done()
        }}
      />
    )
  }
  const { id, name, url, assigned, active, version } = channel
  return (
    <FormDialog
      {...shared}
      title={t('watching.changeTitle', { name })}
      schema={changeWatchChannel.body}
      initial={{ name, url, assignedId: assigned?.id ?? null, active, version }}
      fields={{ ...fields, active: { label: t('watching.active'), help: t('watching.activeHelp') } }}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { estateId, id }, body })
        done()
      }}
    />
  )
}
