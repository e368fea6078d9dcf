import { useState } from 'react'
import type { z } from 'zod'
import {
  ChangeEstate,
  CreateEstate,
  changeEstate,
  createEstate,
  type EstateLine,
  getEstate,
  listCentres,
} from '#contract/estate.ts'
import { text } from '#contract/values.ts'
import type { ApiError } from '#ui/api.ts'
import { call } from '#ui/api.ts'
import { ChangeDialog, type Standing } from '#ui/household/change-dialog.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { sayValue } from '#ui/household/say-value.tsx'
import { type T, useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'

const TOUCHED = ['estates', 'session'] as const
const EXAMPLE = 'Asia/Shanghai'
const NAME_AT_MOST = 60
const Change = ChangeEstate.extend({ name: text(NAME_AT_MOST), timeZone: text(NAME_AT_MOST) })
/** One centre, chosen or new; not both and not none. */
const Create = CreateEstate.superRefine(({ centreId, centreName }, ctx) => {
  if ((centreId === undefined) === (centreName === undefined))
    ctx.addIssue({ code: 'custom', path: ['centreName'], message: '' })
})

const explained =
  (t: T) =>
  ({ code, field }: ApiError): Record<string, string> => {
    if (code === 'E_DUPLICATE' && field === 'code') return { code: t('estates.codeTaken') }
    if (field === 'timeZone') return { timeZone: t('estates.zoneBad', { example: EXAMPLE }) }
    return field === 'centreId' ? { centreId: t('estates.centreBoth') } : {}
  }

const useCentreOptions = () => {
  const centres = useApiQuery(listCentres, { query: { limit: 200 } })
  return (centres.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
}

export const NewEstate = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const options = useCentreOptions()
  const create = useApiMutation(createEstate, { touches: TOUCHED })
  return (
    <FormDialog
      title={t('estates.newTitle')}
      intro={t('estates.onlyCompany')}
      schema={Create}
      initial={{ timeZone: EXAMPLE }}
      fields={{
        name: { label: t('estates.name'), autoFocus: true },
        code: { label: t('estates.code'), help: t('estates.codeHelp') },
        address: { label: t('estates.address'), span: 2 },
        centreId: { label: t('estates.centre'), widget: 'select', options },
        centreName: { label: t('estates.newCentre'), help: t('estates.centreBoth') },
        timeZone: { label: t('estates.zone') },
      }}
      columns={2}
      explain={explained(t)}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body: z.output<typeof Create>) => {
        const estate = await create.mutateAsync({ body })
        notice.good(t('estates.created', { name: estate.name }))
        onClose()
      }}
    />
  )
}

const standingOf = (estate: EstateLine): Standing => ({
  version: estate.version,
  values: {
    version: estate.version,
    name: estate.name,
    address: estate.address,
    timeZone: estate.timeZone,
    centreId: estate.centre.id,
  },
})

export const ChangeEstateDialog = ({ estate, onClose }: { estate: EstateLine; onClose: () => void }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const options = useCentreOptions()
  const [known] = useState(() => new Map([[estate.centre.id, estate.centre.name]]))
  const change = useApiMutation(changeEstate, { touches: TOUCHED })
  const params = { estateId: estate.id }
  const centreName = (id: unknown) =>
    options.find(({ value }) => value === id)?.label ?? (typeof id === 'string' ? known.get(id) : undefined) ?? '—'
  return (
    <ChangeDialog
      title={t('estates.changeTitle', { name: estate.name })}
      schema={Change}
      patch={ChangeEstate}
      began={standingOf(estate)}
      fields={{
        name: { label: t('estates.name') },
        address: { label: t('estates.address') },
        centreId: { label: t('estates.centre'), widget: 'select', options },
        timeZone: { label: t('estates.zone') },
      }}
      explain={explained(t)}
      say={(field, value) => (field === 'centreId' ? centreName(value) : sayValue(t, field, value))}
      send={(changes, version) => change.mutateAsync({ params, body: { ...changes, version } })}
      reread={async () => ({ ...standingOf(await call(getEstate, { params })), by: [] })}
      onDone={() => {
        notice.good(t('common.saved'))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
