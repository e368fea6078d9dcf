import { Button } from 'antd'
import { useState } from 'react'
import { nameIn } from '#content/usual-names.ts'
import { cancelRound, type RoundDetail, reassignRound, releaseRound } from '#contract/inspection-rounds.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

/** What the reader may do with a round: give it away, call it off, release what was seen. */
export const RoundActs = ({ round }: { round: RoundDetail }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const params = { estateId, id: round.id }
  const reassign = useApiMutation(reassignRound)
  const cancel = useApiMutation(cancelRound)
  const release = useApiMutation(releaseRound, {
    onSuccess: () => notice.good(t('rounds.released')),
    onError: (error) => notice.bad(error),
  })
  const [form, setForm] = useState<'reassign' | 'cancel'>()
  const close = () => setForm(undefined)
  const may = (verb: RoundDetail['may'][number]) => round.may.includes(verb)
  return (
    <>
      {may('release') ? (
        <ConfirmButton
          type="primary"
          question={t('rounds.releaseAsk')}
          hint={t('rounds.releaseHint')}
          onConfirm={() => release.mutateAsync({ params, body: {} })}
        >
          {t('rounds.release')}
        </ConfirmButton>
      ) : null}
      {may('reassign') ? <Button onClick={() => setForm('reassign')}>{t('rounds.reassign')}</Button> : null}
      {may('cancel') ? <Button onClick={() => setForm('cancel')}>{t('rounds.cancel')}</Button> : null}
      {form === 'reassign' ? (
        <FormDialog
          title={t('rounds.reassignTitle', { name: nameIn(lang, round.name) })}
          schema={reassignRound.body}
          initial={{ version: round.version }}
          fields={{ assigneeId: { label: t('rounds.assignee'), widget: 'staff', autoFocus: true } }}
          submitLabel={t('rounds.reassign')}
          onClose={close}
          onSubmit={async (body) => {
            await reassign.mutateAsync({ params, body })
            notice.good(t('rounds.reassigned'))
            close()
          }}
        />
      ) : null}
      {form === 'cancel' ? (
        <FormDialog
          title={t('rounds.cancelTitle', { name: nameIn(lang, round.name) })}
          schema={cancelRound.body}
          initial={{ version: round.version }}
          fields={{ reason: { label: t('rounds.reason'), autoFocus: true } }}
          draftKey={`cancel round ${round.id}`}
          submitLabel={t('rounds.cancel')}
          danger
          onClose={close}
          onSubmit={async (body) => {
            await cancel.mutateAsync({ params, body })
            notice.good(t('rounds.cancelled'))
            close()
          }}
        />
      ) : null}
    </>
  )
}
