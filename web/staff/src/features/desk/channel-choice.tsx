import { Select } from 'antd'
import { CHANNELS, type Channel } from '#contract/channels.ts'
import { useTexts } from '#ui/i18n.ts'
import { ChoiceKeys } from './choice-keys.tsx'
import styles from './form.module.css'

const USUAL: readonly Channel[] = ['phone', 'visit', 'on_site']

/** How the word reached us: the three usual ways side by side, the others in a list. */
export const ChannelChoice = ({ value, onChange }: { value: Channel; onChange: (channel: Channel) => void }) => {
  const { t } = useTexts()
  return (
    <div className={styles.line}>
      <ChoiceKeys
        label={t('field.channel')}
        choices={USUAL.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
        value={value}
        onChange={onChange}
      />
      <Select<Channel>
        aria-label={t('desk.otherChannel')}
        value={USUAL.includes(value) ? null : value}
        placeholder={t('desk.otherChannel')}
        options={CHANNELS.filter((channel) => !USUAL.includes(channel)).map((channel) => ({
          value: channel,
          label: t(`channel.${channel}`),
        }))}
        onChange={onChange}
        style={{ minWidth: 132 }}
        popupMatchSelectWidth={false}
      />
    </div>
  )
}
