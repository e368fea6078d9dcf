import { afterAll, beforeAll } from 'vitest'
import { violation } from '#contract/kinds/violation.ts'
import type { Uuid } from '#contract/values.ts'
import { findMatter } from '#modules/matters/index.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addPhoto } from '#test/inspection-rows.ts'
import { proveMoves } from '#test/moves-table.ts'
import { recordSamples } from '#test/record-samples.ts'
import { reported } from '#test/violation-steps.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const stands = (id: Uuid) =>
  t.tx(async (tx) => {
    const matter = await findMatter(tx, t.a.id, id)
    if (!matter) throw new Error(`no matter ${id}`)
    return { state: matter.state, version: matter.version }
  })

proveMoves({
  shape: violation,
  rule: 'FD-771',
  table: () => {
    const { areaSteward: by, centreHead: head, guard } = t.a.staff
    const photo = async (staffId: Uuid) => ({ photoIds: [await addPhoto(t, staffId)] })
    return {
      house: t,
      stands,
      // danger waits for no other step, so that every state is near
      born: async () => (await reported(t, guard, { danger: true })).body.id,
      samples: {
        ...recordSamples(t, 'violations', stands),
        confirm: { by, input: () => ({ line: 'customerService', handlerId: by }) },
        reject: { by, input: () => ({ reason: '是原有构造' }) },
        reassign: { by, input: () => ({ line: 'repair', handlerId: t.a.staff.repairLead }) },
        observe: { by: guard, input: async () => ({ seen: 'goingOn', ...(await photo(guard)) }) },
        persuade: {
          by,
          input: () => ({ spokeWith: '周丽华', situation: '说明了规约', helpOffered: '代办备案', outcome: 'unclear' }),
        },
        issueNotice: { by, input: () => ({ addressee: '周丽华', demand: '拆除雨棚，恢复原状' }) },
        serveNotice: { by, input: async () => ({ receipt: 'signed', signedBy: '周丽华', ...(await photo(by)) }) },
        prolong: { by, input: () => ({ deadline: '2199-01-01', reason: '材料未到' }) },
        reportAuthority: { by, input: () => ({ authority: 'urbanManagement', situation: '附照片报送' }) },
        reportProgress: { by, input: () => ({ situation: '已受理' }) },
        recordOrder: {
          by,
          input: async () => ({ authority: 'urbanManagement', orderNumber: '城管〔2026〕12号', ...(await photo(by)) }),
        },
        rectify: { by, input: async () => ({ measure: '已拆除', ...(await photo(by)) }) },
        passCheck: { by: head, input: async () => photo(head) },
        failCheck: { by: head, input: () => ({ reason: '支架还在' }) },
        closeOtherwise: { by: head, input: () => ({ settlement: 'permitted', reason: '已补办许可' }) },
        reopen: { by: head, input: () => ({ newFact: '又装上了' }) },
      },
    }
  },
})
