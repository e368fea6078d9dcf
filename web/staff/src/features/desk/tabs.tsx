import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useTexts } from '#ui/i18n.ts'
import { type Conversation, isBlank } from './conversation.rules.ts'
import styles from './tabs.module.css'

const WORDS = 12

/** By what a clerk tells one conversation from another: the number, else who, else the first words. */
const useNameOf = () => {
  const { t } = useTexts()
  return ({ outcome, unit, customer, values }: Conversation): string => {
    const who = [unit?.display, customer?.name ?? values.name].filter(Boolean).join(' ')
    const words = values.said.trim().slice(0, WORDS)
    if (outcome) return [outcome.number, who].filter(Boolean).join(' ')
    return who || words || values.phone || t('desk.newTalk')
  }
}

/** Conversations side by side; the unfinished ones carry a word that says so. */
export const Tabs = ({
  list,
  activeId,
  onOpen,
  onClose,
  onNew,
}: {
  list: readonly Conversation[]
  activeId: string
  onOpen: (id: string) => void
  onClose: (id: string) => void
  onNew: () => void
}) => {
  const { t } = useTexts()
  const nameOf = useNameOf()
  return (
    <nav className={styles.tabs} aria-label={t('desk.talks')}>
      <ul className={styles.list}>
        {list.map((talk) => {
          const parked = !talk.outcome && !isBlank(talk) && talk.id !== activeId
          const closable = list.length > 1 || talk.outcome !== undefined
          return (
            <li key={talk.id} className={`${styles.tab} ${talk.id === activeId ? styles.active : ''}`}>
              <button
                type="button"
                className={styles.name}
                aria-current={talk.id === activeId ? 'true' : undefined}
                onClick={() => onOpen(talk.id)}
              >
                {parked ? <span className={styles.parked}>{t('desk.parked')}</span> : null}
                {nameOf(talk)}
              </button>
              {closable ? (
                <button
                  type="button"
                  className={styles.close}
                  aria-label={t('desk.closeTalk', { name: nameOf(talk) })}
                  onClick={() => onClose(talk.id)}
                >
                  <CloseOutlined aria-hidden />
                </button>
              ) : null}
            </li>
          )
        })}
      </ul>
      <Tooltip title={t('desk.newTalkKey')}>
        <Button type="text" icon={<PlusOutlined aria-hidden />} aria-label={t('desk.newTalk')} onClick={onNew} />
      </Tooltip>
    </nav>
  )
}
