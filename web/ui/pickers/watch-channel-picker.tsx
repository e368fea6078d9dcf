import { Select } from 'antd'
import { listWatchChannels } from '#contract/complaint-watch.ts'
import type { Widget } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'
import { useApiQuery } from '../query.ts'
import { useCan, useEstate } from '../session.tsx'

/** `widget: 'watchChannel'`: a place on line that the estate watches. */
export const WatchChannelPicker: Widget = ({ id, value, onChange, spec, kind: _kind, ...aria }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const watched = useApiQuery(
    listWatchChannels,
    can(['complaint.watch', 'complaint.read_reports', 'matter.write'])
      ? { params: { estateId }, query: { kind: 'online', active: 'true', limit: 50 } }
      : null,
  )
  const channels = (watched.data?.rows ?? []).map((channel) => ({ value: channel.id, label: channel.name }))
  return (
    <Select
      {...aria}
      {...(id === undefined ? {} : { id })}
      value={typeof value === 'string' && value !== '' ? value : undefined}
      allowClear
      loading={watched.isLoading}
      placeholder={t('issue.choose')}
      options={channels}
      onChange={(chosen: string | undefined) => onChange?.(chosen)}
      disabled={spec.disabled ?? false}
      style={{ width: '100%' }}
    />
  )
}
