import { proposePlaces } from '#contract/places.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { useBuildingOptions } from './building-options.ts'

const USUAL = ['T08', 'T11', 'T12', 'T13'] as const

/** Doors, lobbies, lifts and corridors of whole buildings at once; what is there already stays as it is. */
export const UsualDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const make = useApiMutation(proposePlaces)
  const buildings = useBuildingOptions()
  return (
    <FormDialog
      title={t('places.usualTitle')}
      intro={t('places.usualHint')}
      schema={proposePlaces.body}
      initial={{ touchpoints: [...USUAL], everyFloors: 3 }}
      fields={{
        buildingIds: { label: t('placeColumn.building'), widget: 'choices', options: buildings },
        touchpoints: {
          label: t('placeColumn.touchpoint'),
          options: USUAL.map((value) => ({ value, label: t(`touchpoint.${value}`) })),
        },
        everyFloors: { label: t('places.everyFloors'), help: t('places.everyFloorsHelp') },
      }}
      submitLabel={t('places.make')}
      onClose={onClose}
      onSubmit={async (body) => {
        const { made, there } = await make.mutateAsync({ params: { estateId }, body })
        notice.good(t('places.made', { made: made.length, there }))
        onClose()
      }}
    />
  )
}
