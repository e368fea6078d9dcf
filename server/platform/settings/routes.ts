import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import * as contract from '#contract/running.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '../auth/actor.ts'
import { holdsCompanyWide } from '../auth/company-wide.ts'
import type { Tx } from '../db/tx.ts'
import { type ListColumn, sendList } from '../export/send-list.ts'
import { type Served, serve, serveRaw } from '../http/serve.ts'
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

const COLUMNS: readonly ListColumn<contract.SettingView>[] = [
  { key: 'column.setting', width: 36, of: (s, { t }) => t(`setting.${s.key}`) },
  { key: 'column.value', of: (s) => JSON.stringify(s.value) },
  { key: 'column.default', of: (s) => JSON.stringify(s.default) },
  { key: 'column.rule', of: (s) => s.rule },
  { key: 'column.changedBy', of: (s) => s.changedBy },
  { key: 'column.changedAt', width: 18, of: (s, { time }) => time(s.changedAt) },
]

export const settingRoutes: readonly Served[] = [
  serve(contract.listSettings, async ({ tx, actor, params }) => ({
    rows: await listSettings(tx, await estatePlace(tx, params.estateId)),
    companyEditable:
      may(actor, 'settings.edit', params.estateId) && (await holdsCompanyWide(tx, actor, 'settings.edit')),
  })),
  serveRaw(contract.exportSettings, ({ actor, params: { estateId }, query, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang: query.lang },
      {
        name: 'sheet.settings',
        subject: 'settings',
        estateId,
        query: {},
        columns: COLUMNS,
        page: async (tx) => ({ rows: await listSettings(tx, await estatePlace(tx, estateId)), next: null }),
      },
    ),
  ),
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
