import { Alert, Button } from 'antd'
import { getHandover } from '#contract/handover.ts'
import type { ApiError } from '#ui/api-error.ts'
import { errorText } from '#ui/error-text.ts'
import { useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** FD-701: a second handover is refused; the first one is named with who gave it, and one can go there. */
export const AlreadyOpen = ({ error, onShow }: { error: ApiError; onShow: (id: string) => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const id = textOf(error.details.id)
  const other = useApiQuery(getHandover, id ? { params: { estateId, id } } : null, { topics: ['handover'] })
  return (
    <Alert
      type="error"
      showIcon
      title={
        other.data
          ? t('handover.alreadyOpen', {
              name: other.data.from.name,
              number: other.data.number,
              post: other.data.post.name,
            })
          : errorText(t, error)
      }
      action={
        id ? (
          <Button size="small" onClick={() => onShow(id)}>
            {t('handover.show')}
          </Button>
        ) : null
      }
    />
  )
}

/** Somebody was faster: who it was, and how it stands now. */
export const Overtaken = ({ error }: { error: ApiError }) => {
  const { t } = useTexts()
  const by = textOf(error.details.by)
  const state = textOf(error.details.state)
  const known = error.code === 'E_STATE_CHANGED' && by
  return (
    <Alert
      type="error"
      showIcon
      title={
        known ? t(state === 'ACCEPTED' ? 'handover.takenBy' : 'handover.changedBy', { name: by }) : errorText(t, error)
      }
    />
  )
}
