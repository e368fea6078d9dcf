import { CheckCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { NARROW, useMedia } from '#ui/media.ts'
import type { Conversation } from './conversation.rules.ts'
import { KeyHint } from './key-hint.tsx'
import styles from './summary.module.css'

/** What became of a conversation, and what may come after it. */
export const Summary = ({
  talk,
  onAnother,
  onDone,
}: {
  talk: Conversation
  onAnother: () => void
  onDone: () => void
}) => {
  const { t } = useTexts()
  const { outcome, values } = talk
  const narrow = useMedia(NARROW)
  // the long form is gone: what became of it stands at the top; where columns follow one another the next move has the focus
  useEffect(() => {
    if (!narrow) window.scrollTo({ top: 0 })
  }, [narrow])
  if (!outcome) return null
  const told = {
    registered: values.contactType === 'emergency' ? 'desk.sent' : 'desk.registered',
    joined: 'desk.joined',
  } as const
  return (
    <div className={styles.summary}>
      <p className={styles.told} role="status">
        <CheckCircleOutlined aria-hidden />{' '}
        {outcome.how === 'message'
          ? t('desk.messageTaken', { name: outcome.number })
          : t(told[outcome.how], { number: outcome.number })}
      </p>
      <p className={styles.said}>{values.said}</p>
      <div className={styles.actions}>
        <Button onClick={onAnother}>
          {t('desk.another')} <KeyHint keys="alt+n" />
        </Button>
        <Button type="primary" onClick={onDone}>
          {t('desk.done')} <KeyHint keys="escape" />
        </Button>
      </div>
    </div>
  )
}
