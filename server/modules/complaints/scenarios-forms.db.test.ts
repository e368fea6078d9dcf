import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { type ComplaintHouse, category, inMinutes, itIs, local, openComplaintHouse } from '#test/complaint-house.ts'
import { photoOf } from '#test/places.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse('2026-11-24', '10:00')
})
afterAll(() => h.close())

const photoBy = (role: Parameters<ComplaintHouse['who']>[0]) => photoOf(h.t, h.t.a.id, h.who(role))
const filesOf = async (id: Uuid): Promise<Uuid[]> => (await h.view(id)).files.map((file: { id: Uuid }) => file.id)
const looked = (files: readonly Uuid[]) => ({
  lookedAt: inMinutes(-10),
  byId: h.who('csLead'),
  place: '5栋楼道',
  findings: '楼道有垃圾',
  files,
})

test('CP-021 photos of a look, of the work and with a letter become those of the complaint', async () => {
  const id = await h.registered()
  const photo = await photoBy('csLead')
  await h.did('csLead', id, 'lookOnSite', looked([photo]))
  expect(await filesOf(id)).toEqual([photo])
  // one that it has already may be named again
  await h.did('csLead', id, 'lookOnSite', looked([photo, photo]))

  await h.replied(id)
  await h.did('csLead', id, 'agree', { agreedBy: '王女士', way: 'phone', treatmentDueAt: inMinutes(1_440) })
  const after = await photoBy('customerAssistant')
  await h.did('customerAssistant', id, 'finishWork', { result: '楼道已清扫', files: [after] })
  expect((await filesOf(id)).toSorted()).toEqual([photo, after].toSorted())

  const outside = await h.registered()
  await h.replied(outside)
  const letter = await photoBy('csLead')
  await h.did('csLead', outside, 'refer', {
    body: '供水公司',
    letter: '请检修总管',
    sentAt: inMinutes(-5),
    notice: '供水公司正在检修总管',
    noticePlace: '大堂公告栏',
    files: [letter],
  })
  expect(await filesOf(outside)).toEqual([letter])
})

test('CP-021 pictures of somebody else, of another matter or of nobody are refused beside the field', async () => {
  const id = await h.registered()
  const other = await h.registered()
  const theirs = await photoBy('customerAssistant')
  const used = await photoBy('csLead')
  await h.did('csLead', other, 'lookOnSite', looked([used]))
  for (const [files, what] of [
    [[theirs], 'of somebody else'],
    [[used], 'of another matter'],
    [['01970000-0000-7000-8000-00000000f11e'], 'of nobody'],
    [[await photoBy('csLead'), theirs], 'one of two'],
  ] as const)
    expect(await h.refused('csLead', id, 'lookOnSite', looked(files)), what).toMatchObject({
      code: 'E_NOT_FOUND',
      field: 'body.files',
    })
  expect(await filesOf(id)).toEqual([])
  expect(await filesOf(other)).toEqual([used])
})

test('CP-076 CP-115 a post that is described again loses nothing, and its deadline moves only with its times', async () => {
  itIs('2026-11-25', '10:00')
  const id = await h.registered({ channel: 'forum', complaint: {} })
  const watch = await h.t.as(h.who('csLead')).post(h.url('watch-channels'), { name: '业主论坛' })
  const watchId = watch.body.id ?? watch.body.channel?.id
  expect(await h.refused('frontDeskClerk', id, 'describePost', { account: '北区老李' })).toMatchObject({
    code: 'E_INPUT',
    field: 'body.points',
  })
  const first = {
    watchId,
    account: '北区老李',
    url: 'https://bbs.example.com/t/1',
    postedAt: local('2026-11-24', '10:00'),
  }
  await h.did('frontDeskClerk', id, 'describePost', { ...first, points: '垃圾房臭' })
  const due = (await h.caseOf(id)).replyDueAt
  expect(due).toBe(local('2026-11-24', '24:00'))
  const clocks = await h.clocks(id, 'complaint.reply')

  await h.did('frontDeskClerk', id, 'describePost', { points: '没有人管' })
  const again = await h.caseOf(id)
  expect(again.post).toMatchObject(first)
  expect(again.points.map((point: { text: string }) => point.text)).toEqual(['垃圾房臭', '没有人管'])
  await h.did('frontDeskClerk', id, 'describePost', { ...first, url: 'https://bbs.example.com/t/2' })
  expect((await h.caseOf(id)).post).toMatchObject({ ...first, url: 'https://bbs.example.com/t/2' })
  expect((await h.caseOf(id)).replyDueAt).toBe(due)
  expect(await h.clocks(id, 'complaint.reply')).toEqual(clocks)

  // the time of the post is reckoned with the place that was named before
  await h.did('frontDeskClerk', id, 'describePost', { postedAt: local('2026-11-25', '09:00') })
  expect((await h.caseOf(id)).replyDueAt).toBe(local('2026-11-25', '24:00'))
  expect((await h.caseOf(id)).post.watchId).toBe(watchId)
})

test('CP-013 the touchpoint is named with the cause, and stays when the cause is named again', async () => {
  const id = await h.registered()
  expect((await h.caseOf(id)).touchpoint).toBeNull()
  await h.did('csLead', id, 'setCategory', category({ touchpoint: 'T09' }))
  expect((await h.caseOf(id)).touchpoint).toBe('T09')
  await h.did('csLead', id, 'setCategory', category({ obviousNeglect: false }))
  expect((await h.caseOf(id)).touchpoint).toBe('T09')
  expect(await h.refused('csLead', id, 'setCategory', category({ touchpoint: 'T21' }))).toMatchObject({
    code: 'E_INPUT',
    field: 'body.touchpoint',
  })
})
