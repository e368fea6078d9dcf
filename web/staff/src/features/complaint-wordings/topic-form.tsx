import { SUB_CODES, TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { changeWordingTopic, createWordingTopic, type WordingTopic } from '#contract/complaint-wordings.ts'
import { listBuildings } from '#contract/estate.ts'
import type { ApiError } from '#ui/api.ts'
import type { FieldSpec } from '#ui/form/widget.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { type T, useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const ALL = { limit: 200 } as const

const fieldsOf = (t: T, buildings: readonly { id: string; name: string }[]) =>
  ({
    title: { label: t('wordings.title'), autoFocus: true, help: t('wordings.titleHelp') },
    text: { label: t('wordings.text'), rows: 5, help: t('wordings.textHelp') },
    codes: {
      label: t('wordings.codes'),
      help: t('wordings.codesHelp'),
      options: SUB_CODES.map((value) => ({ value, label: `${value} ${wordFor(t, `category.${value}`)}` })),
    },
    touchpoint: {
      label: t('field.touchpoint'),
      widget: 'select',
      options: TOUCHPOINTS.map((value) => ({ value, label: wordFor(t, `touchpoint.${value}`) })),
    },
    buildingId: {
      label: t('wordings.building'),
      widget: 'select',
      options: buildings.map(({ id, name }) => ({ value: id, label: name })),
    },
  }) satisfies Record<string, FieldSpec>

/** A topic with its answer: a new one, or approved anew with other words or about something else. */
export const TopicDialog = ({ topic, onClose }: { topic: WordingTopic | undefined; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const buildings = useApiQuery(listBuildings, { params: { estateId }, query: ALL }).data?.rows ?? []
  const create = useApiMutation(createWordingTopic, { touches: ['complaints'] })
  const change = useApiMutation(changeWordingTopic, { touches: ['complaints'] })
  const shared = {
    submitLabel: t('wordings.approve'),
    onClose,
    fields: fieldsOf(t, buildings),
    explain: ({ code, field }: ApiError): Record<string, string> =>
      code === 'E_DUPLICATE' && field === 'title' ? { title: t('wordings.titleTaken') } : {},
  }
  const done = () => {
    notice.good(t('wordings.saved'))
    onClose()
  }
  if (!topic) {
    return (
      <FormDialog
        {...shared}
        title={t('wordings.addTitle')}
        schema={createWordingTopic.body}
        onSubmit={async (body) => {
          await create.mutateAsync({ params: { estateId }, body })
          done()
        }}
      />
    )
  }
  const { id, title, text, codes, touchpoint, building, version } = topic
  return (
    <FormDialog
      {...shared}
      title={t('wordings.changeTitle', { title })}
      schema={changeWordingTopic.body}
      initial={{ title, text, codes, touchpoint, buildingId: building?.id ?? null, version }}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { estateId, id }, body })
        done()
      }}
    />
  )
}
