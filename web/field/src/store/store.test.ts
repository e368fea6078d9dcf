import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, expect, test } from 'vitest'
import type { Deed } from '../queue/act.rules.ts'
import { actsOf, addAct, dropAct, finishDraft, forgetOld, keepAsNote, sendAgain, sendWithout } from './acts.ts'
import { FieldDatabase } from './database.ts'
import { db } from './db.ts'
import type { Draft } from './draft.ts'
import { addDraft, changeAnswer } from './drafts.ts'
import { keepFile } from './files.ts'
import { addFile, dropFileOf, emptyForm, formAt, keepValues } from './forms.ts'
import { keep, PhoneFull } from './keep.ts'

const WHO = { userId: 'u', estateId: 'e' }
const blob = new Blob(['photo'])
const note = (fileIds: string[] = []): Deed => ({
  type: 'report',
  body: { contactType: 'service', channel: 'inspection', customerSaid: '灯不亮', fileIds },
})
const draft: Draft = {
  ...WHO,
  id: 'd',
  placeId: 'p',
  roundId: null,
  kind: 'spot',
  beganAt: '2026-11-30T01:00:00.000Z',
  standardId: 's',
  variantId: null,
  items: [],
  labelToken: null,
  position: null,
  answers: {},
  note: '',
}
const look = (photoIds: string[]): Deed => ({
  type: 'inspection',
  body: {
    id: 'd',
    placeId: 'p',
    beganAt: draft.beganAt,
    endedAt: draft.beganAt,
    kind: 'spot',
    standardId: 's',
    variantId: null,
    answers: [{ itemId: 'T01-P-01', answer: 'fail', fileIds: photoIds }],
  },
})

afterEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()))
})

test('a finished look is an act with its photos, and no draft any more; photos nobody refers to are gone', async () => {
  await addDraft(draft)
  const add = (id: string) => changeAnswer('d', 'T01-P-01', (a) => ({ ...a, photoIds: [...a.photoIds, id] }))
  const kept = await keepFile({ ...WHO, ownerId: 'd', blob, name: 'p.jpg', purpose: 'photo' }, add)
  await keepFile({ ...WHO, ownerId: 'd', blob, name: 'p.jpg', purpose: 'photo' })
  expect((await db.drafts.get('d'))?.answers['T01-P-01']?.photoIds).toEqual([kept])
  await finishDraft(draft, 'look:d', '1号门岗', look([kept]))
  const [act] = await actsOf('u')
  expect(await db.drafts.count()).toBe(0)
  expect((await db.files.toArray()).map(({ id, ownerId }) => [id, ownerId])).toEqual([[kept, act?.id]])
})

test('a full disk undoes the whole step: no photo without its answer, no act without its draft', async () => {
  await addDraft(draft)
  const full = new DOMException('disk', 'QuotaExceededError')
  const fails = () => Promise.reject(full)
  await expect(keepFile({ ...WHO, ownerId: 'd', blob, name: 'p.jpg', purpose: 'photo' }, fails)).rejects.toBeInstanceOf(
    PhoneFull,
  )
  expect(await db.files.count()).toBe(0)
  await expect(keep(() => Promise.reject(new TypeError('other')))).rejects.toBeInstanceOf(TypeError)
})

test('acts come back in the order of doing, each person only their own', async () => {
  await addAct(WHO, 'a', 'first', note())
  await addAct({ ...WHO, userId: 'other' }, 'b', 'not mine', note())
  await addAct(WHO, 'c', 'second', note())
  expect((await actsOf('u')).map(({ about }) => about)).toEqual(['first', 'second'])
})

test('a refused act sent again is a new intent; put aside it keeps its reason and loses its photos', async () => {
  const fileId = await keepFile({ ...WHO, ownerId: 'form', blob, name: 'p.jpg', purpose: 'photo' })
  const move: Deed = { type: 'orderMove', orderId: 'o', verb: 'accept', version: 1, body: { files: [{ fileId }] } }
  const act = await addAct(WHO, 'order:o', 'W1', move)
  await sendAgain(act, 5)
  const [again] = await actsOf('u')
  expect(again).toMatchObject({ state: 'waiting', deed: { version: 5 } })
  expect(again?.key).not.toBe(act.key)
  await dropAct(act, '客户取消')
  expect((await actsOf('u'))[0]).toMatchObject({ state: 'dropped', reason: '客户取消' })
  expect(await db.files.count()).toBe(0)
})

test('sent without the one file that cannot be taken, an act keeps it on the phone until it is sent or put aside', async () => {
  const fileId = await keepFile({ ...WHO, ownerId: 'form', blob, name: 'v.ogg', purpose: 'audio' })
  const act = await addAct(WHO, 'look:d', '1号门岗', look([fileId]))
  await db.acts.update(act.n ?? 0, {
    state: 'refused',
    refused: { code: 'E_FILE_TYPE', field: null, details: {}, at: '', fileId },
  })
  await sendWithout(act, { fileId, words: '（缺语音）' })
  const [again] = await actsOf('u')
  expect(again).toMatchObject({ state: 'waiting', refused: null, leftOut: [{ fileId, words: '（缺语音）' }] })
  expect(again?.key).not.toBe(act.key)
  await forgetOld('u', Date.now() + 30 * 86_400_000)
  expect((await db.files.get(fileId))?.ownerId).toBe(act.id)
  await dropAct(act, 'x')
  expect(await db.files.count()).toBe(0)
})

test('kept as a note, the photos go along to the desk', async () => {
  const fileId = await keepFile({ ...WHO, ownerId: 'form', blob, name: 'p.jpg', purpose: 'photo' })
  const act = await addAct(WHO, 'look:d', '1号门岗', look([fileId]))
  await keepAsNote(act, '请看照片', note([fileId]))
  const [first, second] = await actsOf('u')
  expect(first?.state).toBe('dropped')
  expect(second).toMatchObject({ state: 'waiting', deed: { type: 'report' } })
  expect((await db.files.get(fileId))?.ownerId).toBe(second?.id)
})

test('what is over is forgotten after days, what waits and what it needs never', async () => {
  const fileId = await keepFile({ ...WHO, ownerId: 'form', blob, name: 'p.jpg', purpose: 'photo' })
  await addAct(WHO, 'a', 'waits', note([fileId]))
  await keepFile({ ...WHO, ownerId: 'closed form', blob, name: 'p.jpg', purpose: 'photo' })
  const done = await addAct(WHO, 'b', 'done', note())
  await dropAct(done, 'x')
  await forgetOld('u', Date.now() + 30 * 86_400_000)
  expect((await actsOf('u')).map(({ about }) => about)).toEqual(['waits'])
  expect((await db.files.toArray()).map(({ id }) => id)).toEqual([fileId])
})

test('a form that is kept keeps its photos; as an act it is over, and what nothing refers to goes with it', async () => {
  const form = emptyForm('u e report', 'u')
  const photo = { ...WHO, ownerId: form.ownerId, blob, name: 'p.jpg', purpose: 'photo' } as const
  const used = await keepFile(photo, (id) => addFile(form, 'photoIds', id))
  const taken = await keepFile(photo, (id) => addFile(form, 'photoIds', id))
  await keepValues(form, { said: '灯不亮' })
  await dropFileOf(form, 'photoIds', taken)
  await forgetOld('u', Date.now() + 86_400_000)
  expect(await db.files.count()).toBe(2)
  expect(await formAt(form.key)).toMatchObject({
    ownerId: form.ownerId,
    values: { said: '灯不亮' },
    files: { photoIds: [used] },
  })
  await addAct(WHO, 'a', 'report', note([used ?? '']), form)
  expect(await formAt(form.key)).toBeUndefined()
  expect((await db.files.toArray()).map(({ id }) => id)).toEqual([used])
})

test('a photo that is ready after its page was left and opened again stands in the form as it is by then', async () => {
  const [left, again] = [emptyForm('u e report', 'u'), emptyForm('u e report', 'u')]
  await keepValues(again, { said: '灯不亮' })
  const photo = { ...WHO, ownerId: left.ownerId, blob, name: 'p.jpg', purpose: 'photo' } as const
  const late = await keepFile(photo, (id) => addFile(left, 'photoIds', id))
  await keepValues(again, { said: '路灯不亮' })
  const kept = await formAt('u e report')
  expect(kept).toMatchObject({ ownerId: again.ownerId, values: { said: '路灯不亮' }, files: { photoIds: [late] } })
  expect((await db.files.get(late))?.ownerId).toBe(again.ownerId)
  await addAct(WHO, 'a', 'report', note([]), again)
  expect([await db.forms.count(), await db.files.count()]).toEqual([0, 0])
})

test('a form that nobody touched for a month is forgotten with its photos', async () => {
  const form = emptyForm('u e finish:o', 'u')
  await keepValues(form, { result: '已修好' })
  await keepFile({ ...WHO, ownerId: form.ownerId, blob, name: 'p.jpg', purpose: 'after' })
  await forgetOld('u', Date.now() + 29 * 86_400_000)
  expect([await db.forms.count(), await db.files.count()]).toEqual([1, 1])
  await forgetOld('u', Date.now() + 31 * 86_400_000)
  expect([await db.forms.count(), await db.files.count()]).toEqual([0, 0])
})

test('a form that an older app has kept is there with its photos', async () => {
  const name = 'older-app'
  const older = new Dexie(name)
  older.version(2).stores({ forms: 'key, userId', kept: '[userId+estateId]', files: 'id, ownerId, userId' })
  const { files: _, ...form } = { ...emptyForm('u e report', 'u'), values: { said: '灯不亮', photoIds: ['p', 'q'] } }
  await older.table('forms').add(form)
  older.close()
  const newer = new FieldDatabase(name)
  expect(await newer.forms.toArray()).toEqual([
    { ...form, values: { said: '灯不亮' }, files: { photoIds: ['p', 'q'] } },
  ])
  await newer.delete()
})

test('a later version of the store takes over every act and file that an older app has kept', async () => {
  const fileId = await keepFile({ ...WHO, ownerId: 'form', blob, name: 'p.jpg', purpose: 'photo' })
  await addAct(WHO, 'a', 'old', note([fileId]))
  db.close()
  const later = new FieldDatabase()
  later
    .version(4)
    .stores({ acts: '++n, &id, userId, subject, [userId+state]' })
    .upgrade((tx) => tx.table('acts').toCollection().modify({ about: 'taken over' }))
  expect((await later.acts.toArray()).map(({ about, state }) => [about, state])).toEqual([['taken over', 'waiting']])
  expect(await later.files.count()).toBe(1)
  await later.delete()
  await db.open()
})
