import { exportOf } from '#contract/export-list.ts'
import { isRefusal } from '#contract/refusal.ts'
import * as contract from '#contract/standards.ts'
import { cutPage } from '#platform/db/cut-page.ts'
import { EXPORT_PAGE, sendList } from '#platform/export/send-list.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { inForce } from '../checklist.rules.ts'
import { compareVersions, listItems, listVersions } from './read-standards.ts'
import { presentVariant } from './standard.present.ts'
import { ITEMS, VARIANTS, VERSIONS } from './standard.sheet.ts'
import { variantsOf } from './variant.store.ts'
import {
  checkVariant,
  compareVariants,
  draftVariant,
  publishVariant,
  saveDraft,
  todayOf,
  withdrawVariant,
} from './variants.ts'
import {
  addItem,
  changeItem,
  checkStandard,
  draftStandard,
  publishStandard,
  withdrawStandard,
} from './write-standard.ts'

export const standardRoutes: readonly Served[] = [
  serve(contract.listStandards, ({ tx, actor, query }) => listVersions(tx, actor, query)),
  serveRaw(exportOf(contract.listStandards), ({ actor, query: { lang, ...query }, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang: lang === 'en' ? 'en' : 'zh' },
      {
        ...VERSIONS,
        estateId: null,
        query,
        page: (tx, cursor) => listVersions(tx, actor, { limit: EXPORT_PAGE, cursor }),
      },
    ),
  ),
  serve(contract.createStandard, ({ tx, actor, body }) => draftStandard(tx, actor, body)),
  serve(contract.listStandardItems, ({ tx, actor, params, query }) => listItems(tx, actor, params.id, query)),
  serveRaw(
    exportOf(contract.listStandardItems),
    ({ actor, params, query: { lang, ...query }, house, reply, request }) => {
      const { id } = contract.listStandardItems.params.parse(params)
      const asked = contract.listStandardItems.query
      return sendList(
        { house, actor, reply, scope: request.scope, lang: lang === 'en' ? 'en' : 'zh' },
        {
          ...ITEMS,
          estateId: null,
          query,
          page: (tx, cursor) => listItems(tx, actor, id, asked.parse({ ...query, limit: EXPORT_PAGE, cursor })),
        },
      )
    },
  ),
  serve(contract.changeStandardItem, ({ tx, actor, params, body }) => changeItem(tx, actor, params, body)),
  serve(contract.addStandardItem, ({ tx, actor, params, body }) => addItem(tx, actor, params.id, body)),
  serve(contract.checkStandard, ({ tx, actor, params, body }) => checkStandard(tx, actor, params.id, body)),
  serve(contract.publishStandard, ({ tx, actor, params, body }) => publishStandard(tx, actor, params.id, body)),
  serve(contract.withdrawStandard, ({ tx, actor, params, body }) => withdrawStandard(tx, actor, params.id, body)),
  serve(contract.compareStandards, ({ tx, actor, params, query }) => compareVersions(tx, actor, params.id, query.with)),
  ...serveList(
    contract.listEstateStandards,
    async ({ tx, params: { estateId }, query }) => {
      const all = await variantsOf(tx, estateId)
      const current = inForce(all, await todayOf(tx, estateId))
      const page = cutPage(all, query)
      return isRefusal(page) ? page : { ...page, rows: page.rows.map((v) => presentVariant(v, current?.id)) }
    },
    VARIANTS,
  ),
  serve(contract.createEstateStandard, ({ tx, actor, params, body }) =>
    draftVariant(tx, actor, params.estateId, body.note),
  ),
  serve(contract.saveEstateStandard, ({ tx, actor, params, body }) =>
    saveDraft(tx, actor, params.estateId, params.id, body),
  ),
  serve(contract.checkEstateStandard, ({ tx, actor, params, body }) =>
    checkVariant(tx, actor, params.estateId, params.id, body),
  ),
  serve(contract.publishEstateStandard, ({ tx, actor, params, body }) =>
    publishVariant(tx, actor, params.estateId, params.id, body),
  ),
  serve(contract.withdrawEstateStandard, ({ tx, actor, params, body }) =>
    withdrawVariant(tx, actor, params.estateId, params.id, body),
  ),
  serve(contract.compareEstateStandards, ({ tx, params, query }) =>
    compareVariants(tx, params.estateId, params.id, query.with),
  ),
]
