import { Button } from 'antd'
import type { MatterLine } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { useCan } from '#ui/session.tsx'
import type { Conversation } from './conversation.rules.ts'
import { useJoin } from './use-join.ts'

/** "This is the same": what was typed goes there instead of becoming a matter of its own. */
export const JoinButton = ({ row, talk }: { row: MatterLine; talk: Conversation }) => {
  const { t } = useTexts()
  const can = useCan()
  const { join, wayOf, busy } = useJoin(talk)
  if (talk.outcome || !can('matter.write')) return null
  const link = wayOf(row) === 'link'
  return (
    <Button
      size="small"
      loading={busy}
      disabled={talk.values.link?.id === row.id}
      aria-label={t(link ? 'desk.linkTo' : 'desk.joinTo', { number: row.number })}
      onClick={() => join(row)}
    >
      {t(link ? 'desk.link' : 'desk.join')}
    </Button>
  )
}
