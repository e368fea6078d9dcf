import * as duty from '#contract/duty.ts'
import * as handover from '#contract/handover.ts'
import { isRefusal } from '#contract/refusal.ts'
import * as staff from '#contract/staff.ts'
import type { CellWords, ListColumn } from '#platform/export/send-list.ts'
import { EXPORT_PAGE, sendList } from '#platform/export/send-list.ts'
import { type Served, serveRaw } from '#platform/http/serve.ts'
import { type AccountRow, accountPage } from './account.store.ts'
import { companyDay } from './company-day.rules.ts'
import { type DutyRow, dutyPage } from './duty.store.ts'
import { type HandoverRow, handoverPage } from './handover.store.ts'
import { adminOf } from './managed-account.ts'
import { type StaffRow, staffPage } from './staff.store.ts'

const yes = (value: boolean, { t }: CellWords) => t(value ? 'common.yes' : 'common.no')

const ACCOUNTS: readonly ListColumn<AccountRow>[] = [
  { key: 'column.staffNo', of: (r) => r.staff_no },
  { key: 'column.name', of: (r) => r.name },
  { key: 'column.username', of: (r) => r.username },
  { key: 'column.phone', of: (r) => r.phone },
  { key: 'column.provider', of: (r) => r.provider },
  { key: 'column.active', of: (r, w) => yes(r.active, w) },
  { key: 'column.leftOn', of: (r) => r.left_on },
  {
    key: 'column.roles',
    width: 60,
    of: (r, { t }) =>
      r.roles
        .map((g) =>
          [t(`role.${g.role}`), g.estate_name, g.line && t(`line.${g.line}`), `${g.from_date}–${g.until_date ?? ''}`]
            .filter(Boolean)
            .join(' '),
        )
        .join('; '),
  },
]
const PEOPLE: readonly ListColumn<StaffRow>[] = [
  { key: 'column.staffNo', of: (r) => r.staff_no },
  { key: 'column.name', of: (r) => r.name },
  { key: 'column.phone', of: (r) => r.phone },
  { key: 'column.provider', of: (r) => r.provider },
  { key: 'column.roles', width: 40, of: (r, { t }) => r.roles.map((role) => t(`role.${role}`)).join(', ') },
  { key: 'column.lines', of: (r, { t }) => r.lines.map((line) => t(`line.${line}`)).join(', ') },
  { key: 'column.affairOfficer', of: (r, w) => yes(r.affair_officer, w) },
]
const DUTIES: readonly ListColumn<DutyRow>[] = [
  { key: 'column.date', of: (r) => r.date },
  { key: 'column.post', of: (r) => r.post_name },
  { key: 'column.shift', of: (r) => r.shift_name },
  { key: 'column.name', of: (r) => r.staff_name },
  { key: 'column.from', width: 18, of: (r, { time }) => time(r.from_at) },
  { key: 'column.to', width: 18, of: (r, { time }) => time(r.to_at) },
  { key: 'column.endedAt', width: 18, of: (r, { time }) => time(r.ended_at) },
]
const HANDOVERS: readonly ListColumn<HandoverRow>[] = [
  { key: 'column.number', of: (r) => r.number },
  { key: 'column.post', of: (r) => r.post_name },
  { key: 'column.shift', of: (r) => r.shift_name },
  { key: 'column.giver', of: (r) => r.from_name },
  { key: 'column.taker', of: (r) => r.accepted_name ?? r.to_name },
  { key: 'column.state', of: (r, { t }) => t(`handoverState.${r.state}`) },
  { key: 'column.openedAt', width: 18, of: (r, { time }) => time(r.opened_at) },
  { key: 'column.acceptedAt', width: 18, of: (r, { time }) => time(r.accepted_at) },
  { key: 'column.openItems', of: (r) => r.items },
  { key: 'column.differences', of: (r) => r.differences },
]

export const exportRoutes: readonly Served[] = [
  serveRaw(staff.exportAccounts, ({ actor, query: { lang, ...query }, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang },
      {
        name: 'sheet.accounts',
        subject: 'accounts',
        estateId: null,
        query,
        columns: ACCOUNTS,
        page: async (tx, cursor) => {
          const admin = await adminOf(tx, actor)
          return isRefusal(admin)
            ? admin
            : accountPage(tx, { ...admin, ...admin.reach }, { ...query, cursor, limit: EXPORT_PAGE })
        },
      },
    ),
  ),
  serveRaw(staff.exportStaff, ({ actor, params: { estateId }, query: { lang, ...query }, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang },
      {
        name: 'sheet.staff',
        subject: 'staff',
        estateId,
        query,
        columns: PEOPLE,
        page: (tx, cursor) => staffPage(tx, estateId, companyDay(tx.now), { ...query, cursor, limit: EXPORT_PAGE }),
      },
    ),
  ),
  serveRaw(duty.exportDuties, ({ actor, params: { estateId }, query: { lang, ...query }, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang },
      {
        name: 'sheet.duties',
        subject: 'duties',
        estateId,
        query,
        columns: DUTIES,
        page: (tx, cursor) => dutyPage(tx, estateId, { ...query, cursor, limit: EXPORT_PAGE }),
      },
    ),
  ),
  serveRaw(
    handover.exportHandovers,
    ({ actor, params: { estateId }, query: { lang, ...query }, house, reply, request }) =>
      sendList(
        { house, actor, reply, scope: request.scope, lang },
        {
          name: 'sheet.handovers',
          subject: 'handovers',
          estateId,
          query,
          columns: HANDOVERS,
          page: (tx, cursor) => handoverPage(tx, estateId, { ...query, cursor, limit: EXPORT_PAGE }),
        },
      ),
  ),
]
