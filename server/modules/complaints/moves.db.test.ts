import { sql } from 'kysely'
import { afterAll, beforeAll } from 'vitest'
import { complaint } from '#contract/kinds/complaint.ts'
import { findMatter } from '#modules/matters/index.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { proveMoves, type Sample } from '#test/moves-table.ts'
import { sweepComplaints } from './sweep-complaints.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const soon = (minutes = 5) => inMinutes(minutes)
const earlier = (days: number) => inMinutes(-days * 1_440)
// what is said after the treatment takes an observed complaint up again (T26)
const beforeTreatment = () => earlier(9)
const registered = async (over: object = {}): Promise<string> => {
  const made = await t.as(t.a.staff.frontDeskClerk).post(url('matters'), {
    contactType: 'complaint',
    // two working days for the answer, so that a promise of some minutes fits at any hour of the day
    channel: 'letter',
    customerSaid: '三天没有打扫楼道',
    place: '5栋楼道',
    complaint: { feeling: '很生气', wish: '每天打扫' },
    ...over,
  })
  return made.body.matter.id
}
const stands = (id: string) =>
  t.tx(async (tx) => {
    const matter = await findMatter(tx, t.a.id, id)
    return { state: matter?.state ?? 'none', version: matter?.version ?? 1 }
  })
const act = async (by: string, id: string, verb: string, input: object) => {
  const answer = await t.as(by).post(url(`complaints/${id}/${verb}`), { version: (await stands(id)).version, ...input })
  if (answer.status !== 200) throw new Error(`${verb}: ${JSON.stringify(answer.body.error)}`)
}
const view = async (id: string) => (await t.as(t.a.staff.centreHead).get(url(`matters/${id}`))).body
const caseOf = async (id: string) => (await t.as(t.a.staff.centreHead).get(url(`complaints/${id}/case`))).body
const runningClock = async (id: string): Promise<string> => {
  const find = async () => (await view(id)).clocks.find((c: { state: string }) => c.state === 'running')?.id
  const running = await find()
  if (running) return running
  await act(t.a.staff.frontDeskClerk, id, 'promise', { text: '稍后回电', dueAt: soon(60) }).catch(() => undefined)
  return (await find()) ?? id
}
const flag = (id: string, name: string) =>
  t.tx(({ db }) =>
    sql`update matter set flags = array_append(flags, ${name}) where estate_id = ${t.a.id} and id = ${id}`.execute(db),
  )
const patch = (id: string, set: object) =>
  t.tx(({ db }) =>
    db.updateTable('complaint_case').set(set).where('estate_id', '=', t.a.id).where('matter_id', '=', id).execute(),
  )

const category = { code: 'C4.2', cause: '五栋楼道保洁排班漏了三天', factor: 'man', factorSub: 'compliance', ours: true }
const classified = (id: string) => act(t.a.staff.csLead, id, 'set-category', category)
const replied = (by: string, more: object = {}) => ({
  found: '排班漏了五栋',
  measure: '今天补扫并改排班',
  responsibleId: by,
  nextAt: soon(120),
  way: 'phone',
  ...more,
})
const interim = (id: string) => act(t.a.staff.csLead, id, 'reply-interim', replied(t.a.staff.csLead))
const described = (id: string) => act(t.a.staff.frontDeskClerk, id, 'describe-post', { points: '楼道脏\n没人管' })
const inReview = async (id: string) => {
  await described(id)
  await act(t.a.staff.csLead, id, 'ask-review', {
    reply: '今天已安排补扫，每天七点清扫一次。',
    holdingReply: '我们正在核查，明天下午告知结果。',
  })
  return {}
}
// a closed or archived complaint takes no such step; then the refusal of the verb itself is what is looked at
const tried = (work: Promise<unknown>) => work.catch(() => undefined)

// who organises a matter has taken it; only one that was left again can be taken in a later state
const untaken = async (id: string): Promise<object> => {
  await t.tx((tx) =>
    tx.db
      .updateTable('matter')
      .set({ closure_controller_id: null, co_owner_id: null })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', id)
      .execute(),
  )
  return {}
}

const recorded = (): Record<string, Sample> => {
  const by = t.a.staff.frontDeskClerk
  const lead = t.a.staff.csLead
  const head = t.a.staff.centreHead
  return {
    take: { by, input: untaken },
    note: { by, input: () => ({ text: '客户补充照片' }) },
    supervise: { by, input: () => ({ note: '已催办' }) },
    promise: { by, input: () => ({ text: '明早回电', dueAt: soon(60) }) },
    keepPromise: {
      by,
      input: async (id) => {
        await tried(act(by, id, 'promise', { text: '明早回电', dueAt: soon(60) }))
        return { promiseId: (await view(id)).promises[0]?.id ?? id }
      },
    },
    transferOwner: {
      by: lead,
      input: () => ({ newOwnerId: t.a.staff.customerAssistant, reason: 'majorOrEscalated', customerTold: true }),
    },
    pauseClock: { by, input: async (id) => ({ clockId: await runningClock(id), reason: '等客户' }) },
    resumeClock: {
      by,
      input: async (id) => {
        const clockId = await runningClock(id)
        await tried(act(by, id, 'pause-clock', { clockId, reason: '等客户' }))
        return { clockId }
      },
    },
    reassign: { by: lead, input: () => ({ handlerId: t.a.staff.areaSteward, reason: '片区管家熟悉情况' }) },
    escalate: { by, input: () => ({ reason: '需要外请公司', leadId: lead, headId: head }) },
    giveResources: {
      by: head,
      input: async (id) => {
        await tried(act(by, id, 'escalate', { reason: '需要外请公司', leadId: lead, headId: head }))
        return { plan: '外请保洁公司' }
      },
    },
    lookOnSite: {
      by,
      input: () => ({ lookedAt: earlier(0.01), byId: t.a.staff.repairLead, place: '5栋', findings: '楼道有积尘' }),
    },
    guessCategory: { by, input: () => ({ code: 'C4.2' }) },
    setCategory: { by: lead, input: () => category },
    grade: { by: lead, input: () => ({ grade: 'valid', reason: '我方排班失误' }) },
    tellImprovement: {
      by,
      input: async (id) => {
        const graded = { grade: 'toImprove', reason: '交付时遗留', improvementPlan: '开发商下月维修' }
        await tried(act(lead, id, 'grade', graded))
        return { text: '开发商已下单', way: 'phone' }
      },
    },
    fillHandlingForm: { by, input: () => ({ responsibleId: lead, measures: '改排班', feedback: '电话告知客户' }) },
    replyInterim: { by, input: () => replied(lead) },
    progress: {
      by,
      input: async (id) => {
        await tried(interim(id))
        return { text: '已补扫', way: 'phone' }
      },
    },
    rankExpectations: {
      by,
      input: () => ({ expectations: [{ text: '今天打扫', possible: 'yes', agreed: true }] }),
    },
    answerOnBoard: {
      by: lead,
      input: async (id) => {
        await t.tx((tx) =>
          tx.db
            .updateTable('matter')
            .set({ contactable: false })
            .where('estate_id', '=', t.a.id)
            .where('id', '=', id)
            .execute(),
        )
        return {
          commonInterest: true,
          found: '排班漏了五栋',
          measure: '今天补扫并改排班',
          responsibleId: lead,
          nextAt: soon(120),
          noticePlace: '大堂公告栏',
          hungAt: earlier(0),
        }
      },
    },
    agreeWording: { by: head, input: () => ({ wording: '五栋楼道今天补扫。' }) },
    informCompany: {
      by: lead,
      input: async (id) => {
        await flag(id, 'companyLevel')
        return { text: '已整改', companyId: t.a.staff.qualityDept }
      },
    },
    callBackVoice: {
      by: lead,
      input: async (id) => {
        await tried(
          act(by, id, 'add-voice', {
            callerName: '李姐',
            contactPhone: '13900001111',
            channel: 'phone',
            said: '我家门口也脏',
            saidAt: beforeTreatment(),
          }),
        )
        const voices: { id: string; own: boolean }[] = (await caseOf(id)).voices ?? []
        return { contactId: voices.find((v) => !v.own)?.id ?? id, outcome: 'satisfied' }
      },
    },
    proposeUnreasonable: {
      by: lead,
      input: () => ({ facts: '要求全年免费', grounds: '合同无此约定', explained: '已当面解释' }),
    },
    explain: { by: lead, input: () => ({ talkedAt: earlier(0.01), way: 'phone', said: '再次解释收费依据' }) },
    demand: { by, input: () => ({ amountFen: 50_000, grounds: '要求赔偿鞋柜' }) },
    clearMajor: {
      by: head,
      input: async (id) => {
        await flag(id, 'majorSuspected')
        await patch(id, { ours: false })
        return { finding: '查明非我方失误' }
      },
    },
    mark: { by, input: () => ({ mark: 'sensitive', reason: '客户情绪激动' }) },
    unmark: {
      by: head,
      input: async (id) => {
        await tried(act(by, id, 'mark', { mark: 'sensitive', reason: '客户情绪激动' }))
        return { mark: 'sensitive', reason: '已平复' }
      },
    },
    nameAccused: { by: lead, input: () => ({ accusedStaffId: t.a.staff.cleaner, reason: '客户指认' }) },
    extremeRisk: { by, input: () => ({ signs: '扬言堵大门' }) },
    headAppeared: { by: head, input: () => ({ metAt: earlier(0.01), place: '前台' }) },
    addVoice: {
      by,
      input: () => ({
        callerName: '老王',
        contactPhone: '13800002222',
        channel: 'phone',
        said: '我也受影响',
        saidAt: beforeTreatment(),
      }),
    },
    setImpact: { by, input: () => ({ impact: '影响整栋楼' }) },
    count: { by: t.a.staff.complaintVerifier, input: () => ({ counted: true }) },
    describePost: { by, input: () => ({ points: '楼道脏\n没人管', url: 'https://bbs.example.com/1' }) },
    answerPoint: {
      by,
      input: async (id) => {
        await tried(described(id))
        return { pointId: (await caseOf(id)).points[0]?.id ?? id, answer: '每天七点清扫' }
      },
    },
    approveFacts: { by: head, input: () => ({ facts: '排班漏了五栋', measures: '补扫并改排班' }) },
    askReview: {
      by: lead,
      input: async (id) => {
        await tried(described(id))
        return { reply: '今天已安排补扫。', holdingReply: '正在核查，明天告知。' }
      },
    },
    approveHolding: { by: head, input: (id) => tried(inReview(id)).then(() => ({})) },
    review: { by: t.a.staff.qualityDept, input: (id) => tried(inReview(id)).then(() => ({ verdict: 'approved' })) },
  }
}

const arrows = (): Record<string, Sample> => {
  const by = t.a.staff.frontDeskClerk
  const lead = t.a.staff.csLead
  const head = t.a.staff.centreHead
  const quality = t.a.staff.qualityDept
  return {
    solveOnSpot: {
      by,
      input: () => ({ measure: '立即补扫', customerWord: '好的，谢谢', satisfaction: 'satisfied', way: 'phone' }),
    },
    forward: { by, input: () => ({ leadId: lead, promisedFeedbackAt: soon() }) },
    dispatch: {
      by,
      input: () => ({ handlerId: t.a.staff.customerAssistant, leadId: lead, promisedFeedbackAt: soon() }),
    },
    notComplaint: { by: lead, input: () => ({ reason: '是一条建议', becomes: 'suggestion' }) },
    merge: { by: lead, input: async () => ({ intoId: await registered(), reason: '同一件事' }) },
    acceptCase: { by: lead, input: () => ({ specialistId: t.a.staff.repairLead }) },
    handBack: { by: lead, input: () => ({ reason: '不属本岗' }) },
    reply: { by: lead, input: () => replied(lead, { measureDueAt: soon(600) }) },
    agree: { by: lead, input: () => ({ agreedBy: '王女士', way: 'phone', treatmentDueAt: soon(600) }) },
    refuse: { by: lead, input: () => ({ reason: '要求换保洁员', nextTalkAt: soon(600) }) },
    proposeAgain: { by: lead, input: () => replied(lead, { measure: '更换五栋保洁员' }) },
    escalateToQuality: { by: head, input: () => ({ effort: '已协商三次', qualityId: quality }) },
    refer: {
      by: lead,
      input: () => ({
        body: '街道办',
        letter: '请协调清运',
        sentAt: earlier(0.01),
        notice: '已致函街道办',
        noticePlace: '大堂公告栏',
      }),
    },
    externalEnded: {
      by: lead,
      input: () => ({ outcome: 'finished', result: '已清运', toldCustomer: '已电话告知' }),
    },
    isOurs: { by: lead, input: () => ({ finding: '属我方清运范围' }) },
    settle: { by: quality, input: () => ({ treatment: '增派一名保洁', treatmentDueAt: soon(600) }) },
    settleDone: { by: quality, input: () => ({ treatment: '已增派', evidence: '排班表' }) },
    finishWork: { by, input: () => ({ result: '楼道已清洁', evidence: '照片三张' }) },
    pass: { by: lead, input: () => ({ checked: '现场看过' }) },
    passExempt: {
      by: lead,
      input: async (id) => {
        await tried(act(by, id, 'mark', { mark: 'sensitive', reason: '客户情绪激动' }))
        return { checked: '现场看过', exemption: 'E3', reason: '再次联系会激化' }
      },
    },
    fail: { by: lead, input: () => ({ reason: '仍有积尘' }) },
    callBack: {
      by: lead,
      input: async (id) => {
        await tried(classified(id))
        return { satisfaction: 'satisfied', onReception: '热情', onMeasures: '及时', onResult: '干净了' }
      },
    },
    notSatisfied: { by: lead, input: () => ({ missing: '电梯厅还脏' }) },
    unreachable: {
      by: lead,
      input: async (id) => {
        for (const days of [3, 2, 1])
          await t.tx(({ db }) =>
            sql`insert into callback_attempt (estate_id, id, matter_id, round, at, staff_id, how, outcome, grade)
              select ${t.a.id}, gen_random_uuid(), m.id, m.attempt + m.reopened_count, ${earlier(days)}, ${lead}, 'phone', 'noAnswer', 'free'
              from matter m where m.estate_id = ${t.a.id} and m.id = ${id}`.execute(db),
          )
        return {}
      },
    },
    waiveCallback: {
      by: lead,
      input: async (id) => {
        await flag(id, 'noCallbackWish')
        return { exemption: 'E6', reason: '客户在电话里说不要再打' }
      },
    },
    closeQuiet: {
      by: lead,
      run: async (id) => {
        await classified(id)
        await patch(id, { quiet_until: earlier(0.01) })
        await sweepComplaints(t.house)
      },
    },
    raisedAgain: { by, input: () => ({ said: '又脏了' }) },
    confirmUnreasonable: {
      by: head,
      input: async (id) => {
        await tried(interim(id))
        await tried(
          act(lead, id, 'propose-unreasonable', {
            facts: '要求全年免费',
            grounds: '合同无此约定',
            explained: '已解释',
          }),
        )
        return { position: '按合同收费，感谢理解' }
      },
    },
    endExplained: {
      by: head,
      input: async (id) => {
        await flag(id, 'unreasonable')
        await patch(id, { unreasonable_at: earlier(9), unreasonable_by: lead })
        for (const days of [3, 1])
          await tried(act(lead, id, 'explain', { talkedAt: earlier(days), way: 'phone', said: '再次解释' }))
        return { note: '两次解释，客户未接受' }
      },
    },
    reopen: { by, input: () => ({ newFact: '又出现了' }) },
    archive: {
      by: t.a.staff.complaintVerifier,
      input: async (id) => {
        await patch(id, { counted: true })
        return {}
      },
    },
    withdrawComplaint: { by: lead, input: () => ({ customerWords: '不追究了', unasked: true }) },
  }
}

proveMoves({
  shape: complaint,
  rule: 'CP-060',
  table: () => ({
    house: t,
    stands,
    born: async (verb) => {
      if (verb !== 'take') return registered()
      const made = await t.as(t.a.staff.guard).post(url('matters'), {
        contactType: 'complaint',
        channel: 'on_site',
        customerSaid: '三天没有打扫楼道',
        place: '5栋楼道',
        complaint: { feeling: '很生气', wish: '每天打扫' },
      })
      return made.body.matter.id
    },
    samples: { ...recorded(), ...arrows() },
  }),
})
