import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { changePlace, createPlace, type Place, renewLabel } from '#contract/places.ts'
import { TRAITS } from '#contract/touchpoints.ts'
import type { ApiError } from '#ui/api.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { useBuildingOptions } from './building-options.ts'
import './position-field.tsx'

/** A place: a new one, or another name, building, floor, what it has; or no longer looked at. */
export const PlaceDialog = ({ place, onClose }: { place: Place | undefined; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const create = useApiMutation(createPlace)
  const change = useApiMutation(changePlace)
  const renew = useApiMutation(renewLabel)
  const done = (message: string) => {
    notice.good(message)
    onClose()
  }
  const fields = {
    code: { label: t('placeColumn.code'), help: t('places.codeHelp'), autoFocus: true },
    name: { label: t('placeColumn.name'), placeholder: t('places.nameExample') },
    touchpoint: {
      label: t('placeColumn.touchpoint'),
      widget: 'select',
      options: TOUCHPOINTS.map((value) => ({ value, label: `${value} ${t(`touchpoint.${value}`)}` })),
    },
    buildingId: { label: t('placeColumn.building'), widget: 'select', options: useBuildingOptions() },
    floor: { label: t('placeColumn.floor') },
    sort: { label: t('places.sort'), help: t('places.sortHelp') },
    traits: {
      label: t('placeColumn.traits'),
      help: t('places.traitsHelp'),
      options: TRAITS.map((value) => ({ value, label: t(`trait.${value}`) })),
      span: 2 as const,
    },
    position: { label: t('places.position'), help: t('places.positionHelp'), widget: 'position' },
    scanNeeded: { label: t('placeColumn.scanNeeded'), help: t('places.scanHelp') },
    positionNeeded: { label: t('placeColumn.positionNeeded'), help: t('places.positionNeededHelp') },
  }
  const shared = {
    columns: 2 as const,
    submitLabel: t('common.save'),
    onClose,
    explain: ({ code, field }: ApiError): Record<string, string> =>
      code === 'E_DUPLICATE'
        ? { code: t('places.codeTaken') }
        : code === 'E_FIXED' && field === 'touchpoint'
          ? { touchpoint: t('places.touchpointFixed') }
          : {},
  }
  if (!place)
    return (
      <FormDialog
        {...shared}
        title={t('places.addTitle')}
        draftKey={`place ${estateId}`}
        schema={createPlace.body}
        fields={fields}
        onSubmit={async (body) => {
          await create.mutateAsync({ params: { estateId }, body })
          done(t('places.saved'))
        }}
      />
    )
  const { id, building, items: _items, lastSeenAt: _seen, ...known } = place
  return (
    <FormDialog
      {...shared}
      title={t('places.changeTitle', { name: place.name })}
      draftKey={`place ${id} ${place.version}`}
      intro={
        <ConfirmButton
          size="small"
          question={t('places.renewSure')}
          onConfirm={async () => {
            await renew.mutateAsync({ params: { estateId, id }, body: { version: place.version } })
            done(t('places.renewed'))
          }}
        >
          {t('places.renew')}
        </ConfirmButton>
      }
      schema={changePlace.body}
      initial={{ ...known, buildingId: building?.id ?? null }}
      fields={{ ...fields, active: { label: t('placeColumn.active'), help: t('places.activeHelp') } }}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { estateId, id }, body })
        done(t('places.saved'))
      }}
    />
  )
}
