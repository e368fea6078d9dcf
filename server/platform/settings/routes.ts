import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import * as contract from '#contract/running.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '../auth/actor.ts'
import { holdsCompanyWide } from '../auth/company-wide.ts'
import type { Tx } from '../db/tx.ts'
import { type Served, serve } from '../http/serve.ts'
import { changeSetting } from './change-setting.ts'
import { listSettings } from './list-settings.ts'
import { companyOf, type Place } from './setting.store.ts'

const estatePlace = async (tx: Tx, estateId: Uuid): Promise<Place> => ({
  estateId,
  companyId: await companyOf(tx, estateId),
})

/** The caller's company, when their role spans it; a lead of one estate does not set hours for the others. */
const companyPlace = async (tx: Tx, actor: Actor): Promise<Place | Refusal> =>
  actor.companyId !== null && (await holdsCompanyWide(tx, actor, 'settings.edit'))
    ? { estateId: null, companyId: actor.companyId }
    : refuse('E_FORBIDDEN')

export const settingRoutes: readonly Served[] = [
  serve(contract.listSettings, async ({ tx, actor, params }) => ({
    rows: await listSettings(tx, await estatePlace(tx, params.estateId)),
    companyEditable:
      may(actor, 'settings.edit', params.estateId) && (await holdsCompanyWide(tx, actor, 'settings.edit')),
  })),
  serve(contract.changeSetting, async ({ tx, actor, params, body, house }) =>
    changeSetting(tx, actor, house, {
      place: await estatePlace(tx, params.estateId),
      key: params.key,
      to: { value: body.value },
    }),
  ),
  serve(contract.resetSetting, async ({ tx, actor, params, house }) =>
    changeSetting(tx, actor, house, { place: await estatePlace(tx, params.estateId), key: params.key, to: 'default' }),
  ),
  serve(contract.listCompanySettings, async ({ tx, actor }) =>
    actor.companyId === null
      ? refuse('E_FORBIDDEN')
      : {
          rows: await listSettings(tx, { estateId: null, companyId: actor.companyId }),
          companyEditable: await holdsCompanyWide(tx, actor, 'settings.edit'),
        },
  ),
  serve(contract.changeCompanySetting, async ({ tx, actor, params, body, house }) => {
    const place = await companyPlace(tx, actor)
    return isRefusal(place)
      ? place
      : changeSetting(tx, actor, house, { place, key: params.key, to: { value: body.value } })
  }),
  serve(contract.resetCompanySetting, async ({ tx, actor, params, house }) => {
    const place = await companyPlace(tx, actor)
    return isRefusal(place) ? place : changeSetting(tx, actor, house, { place, key: params.key, to: 'default' })
  }),
]
