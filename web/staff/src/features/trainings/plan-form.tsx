import { changeTraining, planTraining, TRAINING_KINDS, type TrainingDetail } from '#contract/trainings.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import './people-field.tsx'

/** FD-765: what, when, by whom, for whom. */
export const PlanForm = ({ training, onClose }: { training?: TrainingDetail; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const plan = useApiMutation(planTraining)
  const change = useApiMutation(changeTraining)
  const names = Object.fromEntries((training?.attendees ?? []).map(({ person }) => [person.id, person.name]))
  const fields = {
    topic: { label: t('training.topic'), autoFocus: true, span: 2 as const },
    kind: {
      label: t('training.kind'),
      options: TRAINING_KINDS.map((value) => ({ value, label: t(`trainingKind.${value}`) })),
    },
    startsAt: { label: t('training.startsAt') },
    trainer: { label: t('training.trainer') },
    watchedId: {
      label: t('training.watched'),
      widget: 'staff',
      when: ({ kind }: Readonly<Record<string, unknown>>) => kind === 'observation',
    },
    place: { label: t('training.place') },
    attendeeIds: { label: t('training.people'), widget: 'people', extra: names, span: 2 as const },
    content: { label: t('training.content'), rows: 3 },
  }
  const shared = { columns: 2 as const, submitLabel: t('common.save'), onClose, fields }
  if (!training)
    return (
      <FormDialog
        {...shared}
        title={t('training.plan')}
        schema={planTraining.body}
        onSubmit={async (body) => {
          await plan.mutateAsync({ params: { estateId }, body })
          notice.good(t('training.planned'))
          onClose()
        }}
      />
    )
  const { topic, kind, startsAt, trainer, watched, place, content, version } = training
  return (
    <FormDialog
      {...shared}
      title={t('training.change')}
      schema={changeTraining.body}
      initial={{
        ...{ topic, kind, startsAt, trainer, version },
        ...(watched === null ? {} : { watchedId: watched.id }),
        ...(place === null ? {} : { place }),
        ...(content === null ? {} : { content }),
        attendeeIds: training.attendees.map(({ person }) => person.id),
      }}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { estateId, id: training.id }, body })
        notice.good(t('training.saved'))
        onClose()
      }}
    />
  )
}
