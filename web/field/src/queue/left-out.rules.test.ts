import { expect, test } from 'vitest'
import type { Deed } from './act.rules.ts'
import { deedToSend } from './left-out.rules.ts'

const AT = '2026-11-30T01:00:00.000Z'
const left = { fileId: 'bad', words: '（缺语音）' }
const sent = (deed: Deed) => deedToSend({ deed, leftOut: [left] }).body

test('a report goes without the file and says so after what was written', () => {
  const body = { contactType: 'service', channel: 'on_site', customerSaid: '灯不亮' } as const
  expect(sent({ type: 'report', body: { ...body, fileIds: ['a', 'bad'] } })).toEqual({
    ...body,
    customerSaid: '灯不亮\n（缺语音）',
    fileIds: ['a'],
  })
})

test('a look says it at the item whose file is missing, and at no other', () => {
  const answers = [
    { itemId: 'T01-P-01', answer: 'pass' as const, fileIds: ['a'] },
    { itemId: 'T01-P-02', answer: 'fail' as const, fileIds: ['b', 'bad'], note: '过长' },
  ]
  const look: Deed = {
    type: 'inspection',
    body: {
      id: 'i',
      placeId: 'p',
      kind: 'self',
      beganAt: AT,
      endedAt: AT,
      standardId: 's',
      variantId: null,
      answers,
    },
  }
  expect(sent(look)).toMatchObject({
    answers: [answers[0], { ...answers[1], fileIds: ['b'], note: '过长\n（缺语音）' }],
  })
  // what a person wrote is never cut to make room
  const full = '长'.repeat(498)
  const long = { ...look, body: { ...look.body, answers: [{ ...answers[1], note: full }] } } as Deed
  expect(sent(long)).toMatchObject({ answers: [{ fileIds: ['b'], note: full }] })
})

test('moves of orders and findings lose the file wherever it is named, and keep everything else', () => {
  const files = [
    { fileId: 'a', purpose: 'before' },
    { fileId: 'bad', purpose: 'after' },
  ]
  const signature = { signer: '王芳', capacity: 'owner', medium: 'screen', fileId: 'bad' }
  const finish: Deed = {
    type: 'orderMove',
    orderId: 'o',
    verb: 'finish',
    version: 1,
    body: { result: '换了灯', files, signature },
  }
  expect(sent(finish)).toEqual({
    result: '换了灯\n（缺语音）',
    files: [files[0]],
    signature: { signer: '王芳', capacity: 'owner', medium: 'screen' },
  })
  const rectify: Deed = {
    type: 'findingMove',
    matterId: 'm',
    verb: 'rectify',
    version: 1,
    body: { measure: '剪短', photoIds: ['bad', 'a'] },
  }
  expect(sent(rectify)).toEqual({ measure: '剪短\n（缺语音）', photoIds: ['a'] })
})

test('nothing was left out: it goes as it was done', () => {
  const tick: Deed = { type: 'tickStop', roundId: 'r', placeId: 'p', body: { at: AT, fileIds: ['a', 'bad'] } }
  expect(deedToSend({ deed: tick })).toBe(tick)
  expect(sent(tick)).toEqual({ at: AT, fileIds: ['a'] })
})

test('FD-506 a check at the gate says why its photo is missing, so that it is taken without it', () => {
  const body = { id: 'c', at: AT, placeId: 'p', result: 'match', slipPhotoIds: ['bad'], goodsPhotoIds: ['a'] } as const
  expect(sent({ type: 'gateCheck', body: { ...body, slipPhotoIds: ['bad'], goodsPhotoIds: ['a'] } })).toEqual({
    ...body,
    slipPhotoIds: [],
    photoMissing: '（缺语音）',
  })
})
