import { expect, test } from 'vitest'
import { sendGateCheck } from '#contract/goods.ts'
import { registerMatter } from '#contract/matters.ts'
import type { Deed } from './act.rules.ts'
import { requestOf } from './request.ts'

const AHEAD = { sentAt: '2026-11-30T12:00:00.000Z', offMs: 10_800_000 }
const AT = '2026-11-30T11:59:00.000Z'
const bodyOf = (deed: Deed) => requestOf({ deed, estateId: 'e', at: AT }, AHEAD).body
const order = (verb: 'arrive' | 'finish' | 'accept', body: Record<string, unknown>): Deed => ({
  type: 'orderMove',
  orderId: 'o',
  verb,
  version: 1,
  body,
})

test('FD-401 FD-760 times of a phone three hours ahead are set right before they are sent, with the difference', () => {
  const at = '2026-11-30T11:59:00.000Z'
  const truly = '2026-11-30T08:59:00.000Z'
  const report = { contactType: 'service', channel: 'inspection', customerSaid: '灯不亮', collectedAt: at } as const
  expect(bodyOf({ type: 'report', body: { ...report, fileIds: [] } })).toMatchObject({
    collectedAt: truly,
    clockOffMs: 10_800_000,
  })
  expect(bodyOf(order('arrive', { arrivedAt: at }))).toEqual({ arrivedAt: truly, clockOffMs: 10_800_000, version: 1 })
  expect(bodyOf(order('finish', { result: '好了', signature: { signer: '周丽华', signedAt: at } }))).toEqual({
    result: '好了',
    signature: { signer: '周丽华', signedAt: truly },
    clockOffMs: 10_800_000,
    version: 1,
  })
})

test('a report goes to the route of the contract', () => {
  const body = { contactType: 'service', channel: 'inspection', customerSaid: '灯不亮' } as const
  const { id, method, path } = requestOf(
    { deed: { type: 'report', body: { ...body, fileIds: [] } }, estateId: 'e', at: AT },
    AHEAD,
  ).route
  expect({ id, method, path }).toEqual({
    id: registerMatter.id,
    method: registerMatter.method,
    path: registerMatter.path,
  })
})

test('what carries no time of its own is sent as it is', () => {
  expect(bodyOf(order('accept', {}))).toEqual({ version: 1 })
  expect(bodyOf(order('finish', { result: '好了' }))).toEqual({ result: '好了', version: 1 })
})

test('FD-506 a check at the gate goes to the route of the contract with its true time, the same at each sending', () => {
  const at = '2026-11-30T11:59:00.000Z'
  const body = { id: 'c', at, placeId: 'p', result: 'noSlip' } as const
  const made = requestOf({ deed: { type: 'gateCheck', body }, estateId: 'e', at: AT }, AHEAD)
  expect(made.body).toEqual({ ...body, at: '2026-11-30T08:59:00.000Z', clockOffMs: 10_800_000 })
  const { id, method, path, access } = made.route
  expect({ id, method, path, access }).toEqual({
    id: sendGateCheck.id,
    method: sendGateCheck.method,
    path: sendGateCheck.path,
    access: sendGateCheck.access,
  })
})

test('FD-770 what is done about a finding says when it was done, the same at each sending', () => {
  for (const verb of ['rectify', 'passCheck', 'failCheck'] as const)
    expect(bodyOf({ type: 'findingMove', matterId: 'm', verb, version: 4, body: { photoIds: [] } })).toEqual({
      photoIds: [],
      at: '2026-11-30T08:59:00.000Z',
      clockOffMs: 10_800_000,
      version: 4,
    })
})
