import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ComplaintHouse, category, openComplaintHouse, SAID } from '#test/complaint-house.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse()
})
afterAll(() => h.close())

const LEAK = { customerSaid: '卧室天花板一直滴水', place: '5栋1203室卧室', complaint: { categoryInitial: 'C6.3' } }

test.each([
  ['D1', 'C6.3', undefined, '楼上装修凿穿卫生间防水层，水渗到下层卧室'],
  ['D2', 'C7.1', undefined, '交付时楼板预留洞未封堵，属施工质量缺陷'],
  ['D3', 'C2.1', undefined, '楼层间公共排水立管爆裂，属共用设备'],
  ['D4', 'C1.1', undefined, '屋面防水层多年未养护，雨水渗入顶层'],
  ['D5', 'C1.4', 'C6', '装修巡查三次漏报楼上凿穿防水层的行为'],
] as const)(
  'CP-010 CP-011 CP-012 CP-015 %s the same words about a dripping ceiling end as %s by their cause',
  async (_example, code, secondary, cause) => {
    const id = await h.registered(LEAK)
    expect(await h.caseOf(id)).toMatchObject({ categoryInitial: 'C6.3', categoryFinal: null, cause: null })
    await h.toCallBack(id)
    // CP-012: not before the cause is known
    expect(await h.refused('csLead', id, 'callBack', SAID.closing)).toMatchObject({ code: 'E_CATEGORY_MISSING' })
    await h.did('csLead', id, 'setCategory', category({ code, cause, ...(secondary ? { secondary } : {}) }))
    expect(await h.caseOf(id)).toMatchObject({
      categoryInitial: 'C6.3',
      categoryFinal: code,
      secondaryCategory: secondary ?? null,
      cause,
      classifiedBy: { id: h.who('csLead') },
    })
    await h.did('csLead', id, 'callBack', SAID.closing)
    expect(await h.state(id)).toBe('CLOSED')
  },
)
