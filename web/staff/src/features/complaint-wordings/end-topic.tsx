import { endWordingTopic, type WordingTopic } from '#contract/complaint-wordings.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

/** The topic is over: asked about once more, since nobody sees its answer any longer. */
export const EndTopic = ({ topic: { id, title, version } }: { topic: WordingTopic }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const end = useApiMutation(endWordingTopic, {
    touches: ['complaints'],
    onSuccess: () => notice.good(t('wordings.endedNow')),
    onError: notice.bad,
  })
  return (
    <ConfirmButton
      size="small"
      question={t('wordings.endQuestion', { title })}
      hint={t('wordings.endHint')}
      confirmLabel={t('wordings.end')}
      aria-label={t('wordings.endOf', { title })}
      onConfirm={() => end.mutateAsync({ params: { estateId, id }, body: { version } })}
    >
      {t('wordings.end')}
    </ConfirmButton>
  )
}
