import { useState } from 'react'
import { changeResidence, type ResidenceView } from '#contract/households.ts'
import { useTexts } from '../i18n.ts'
import { useNotice } from '../notice.tsx'
import { useApiMutation } from '../query.ts'
import { useCan, useEstate } from '../session.tsx'
import { RowMenu } from './row-menu.tsx'
import { CorrectStay, EndStay } from './stay-dialogs.tsx'
import { LIVES } from './topics.ts'

/** What can be done with one stay: end it, correct its days, make its person the first contact. */
export const StayActs = ({ stay, who }: { stay: ResidenceView; who: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const notice = useNotice()
  const [open, setOpen] = useState<'end' | 'correct'>()
  const change = useApiMutation(changeResidence, {
    touches: LIVES,
    onSuccess: () => notice.good(t('common.saved')),
    onError: notice.bad,
  })
  if (!can('customer.edit')) return null
  const close = () => setOpen(undefined)
  const contact = {
    key: 'contact',
    label: t('people.contactSet'),
    onClick: () =>
      change.mutate({
        params: { estateId, id: stay.id },
        body: { primaryContact: true, reason: t('people.contactReason') },
      }),
  }
  return (
    <>
      <RowMenu
        label={t('people.actions', { name: who })}
        acts={[
          ...(stay.current && !stay.primaryContact ? [contact] : []),
          { key: 'correct', label: t('people.correct'), onClick: () => setOpen('correct') },
          ...(stay.current
            ? [{ key: 'end', label: t('people.end'), danger: true, onClick: () => setOpen('end') }]
            : []),
        ]}
      />
      {open === 'end' ? <EndStay stay={stay} who={who} onClose={close} /> : null}
      {open === 'correct' ? <CorrectStay stay={stay} who={who} onClose={close} /> : null}
    </>
  )
}
