import { Button } from 'antd'
import { useState } from 'react'
import { cancelTraining, holdTraining, type TrainingDetail } from '#contract/trainings.ts'
import { instantMs, useNow } from '#ui/clock.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { PlanForm } from './plan-form.tsx'
import './results-field.tsx'

/** What may be done with a training that was not held yet. */
export const TrainingActs = ({ training }: { training: TrainingDetail }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const now = useNow()
  const hold = useApiMutation(holdTraining)
  const cancel = useApiMutation(cancelTraining)
  const [form, setForm] = useState<'change' | 'hold' | 'cancel'>()
  const { topic, version, attendees } = training
  const params = { estateId, id: training.id }
  const early = instantMs(training.startsAt) > now
  const close = () => setForm(undefined)
  const done = () => {
    notice.good(t('training.saved'))
    close()
  }
  return (
    <>
      {training.mayHold ? (
        <Button
          type="primary"
          disabled={early}
          title={early ? t('training.early') : undefined}
          onClick={() => setForm('hold')}
        >
          {t(training.watched ? 'training.confirm' : 'training.hold')}
        </Button>
      ) : null}
      {training.mayChange ? (
        <>
          <Button onClick={() => setForm('change')}>{t('training.change')}</Button>
          <Button danger onClick={() => setForm('cancel')}>
            {t('training.cancel')}
          </Button>
        </>
      ) : null}
      {form === 'change' ? <PlanForm training={training} onClose={close} /> : null}
      {form === 'hold' ? (
        <FormDialog
          title={t('training.holdOf', { topic })}
          schema={holdTraining.body}
          columns={2}
          initial={{ version, attendees: attendees.map(({ person }) => ({ staffId: person.id, attended: true })) }}
          fields={{
            attendees: {
              label: t('training.people'),
              widget: 'trainingResults',
              extra: Object.fromEntries(attendees.map(({ person }) => [person.id, person.name])),
              span: 2,
            },
            summary: { label: t('training.summary'), rows: 3 },
          }}
          submitLabel={t('common.save')}
          onClose={close}
          onSubmit={async (body) => {
            await hold.mutateAsync({ params, body })
            done()
          }}
        />
      ) : null}
      {form === 'cancel' ? (
        <FormDialog
          title={t('training.cancelOf', { topic })}
          schema={cancelTraining.body}
          initial={{ version }}
          fields={{ reason: { label: t('training.reason'), autoFocus: true } }}
          submitLabel={t('training.cancel')}
          danger
          onClose={close}
          onSubmit={async (body) => {
            await cancel.mutateAsync({ params, body })
            done()
          }}
        />
      ) : null}
    </>
  )
}
