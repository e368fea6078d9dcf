import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'

export type Person = 'desk' | 'lead'
// biome-ignore lint/suspicious/noExplicitAny: JSON of any shape, looked at by assertions
type Json = any
type Request = { by: Person; method: 'GET' | 'POST' | 'PUT'; path: string; body?: object }
/** Undefined: nobody knows what became of it. */
export type Send = (request: Request, key: string) => Promise<{ status: number; body: Json } | undefined>

type Step = { does: string; make(story: Story, look: Look): Promise<Request | undefined> }
type Look = (path: string) => Promise<Json | undefined>

/** One complaint, or three that are one, on their way; each step is sent until it is answered, always with the same words. */
export type Story = {
  kind: keyof typeof PLANS
  key: string
  ids: Uuid[]
  /** What the server has said that it did. */
  done: string[]
  /** The words of the step under way. */
  next?: Request
  refused?: string
}

let told = 0
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

const register = (n: number, complaint: object = {}): Step => ({
  does: 'registered',
  make: async ({ key }) => {
    told += 1
    return {
      by: 'desk',
      method: 'POST',
      path: 'matters',
      body: {
        contactType: 'complaint',
        // two working days for the answer, so that a promise of some minutes fits at any hour of the day
        channel: 'letter',
        customerSaid: `楼道没有人打扫 ${key} ${n}`,
        customerName: `业主${told}`,
        contactPhone: `139${String(told).padStart(8, '0')}`,
        place: '5栋楼道',
        complaint: { feeling: '很生气', wish: '每天打扫', ...complaint },
      },
    }
  },
})

const move = (by: Person, verb: string, input: (story: Story) => object, of = 0): Step => ({
  does: verb,
  make: async (story, look) => {
    const matter = await look(`matters/${story.ids[of]}`)
    const name = verb.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
    const path = `complaints/${story.ids[of]}/${name}`
    return matter && { by, method: 'POST', path, body: { version: matter.version, ...input(story) } }
  },
})

const report = (does: string, write: (id: Uuid, version: number) => Omit<Request, 'by'>): Step => ({
  does,
  make: async (story, look) => {
    const found = await look(`complaint-reports?matterId=${story.ids[0]}&state=draft`)
    const draft = found?.rows.find((row: { kind: string }) => row.kind === 'majorFirst')
    const seen = draft && (await look(`complaint-reports/${draft.id}`))
    return seen && { by: 'lead', ...write(draft.id, seen.version) }
  },
})
const PARTS = ['factsSoFar', 'claimAndGrounds', 'customer', 'presentHandling', 'risk', 'helpNeeded']

/** Set once, before the first story: whom the steps name. */
export const people: Record<Person, Uuid> = { desk: '', lead: '' }

export const PLANS = {
  /** From its first word to its closing, with a claim that owes a report and a finding that opens a review. */
  whole: [
    register(0, { claimFen: 100_000 }),
    move('desk', 'dispatch', () => ({
      handlerId: people.desk,
      leadId: people.lead,
      promisedFeedbackAt: soon(5),
    })),
    move('lead', 'acceptCase', () => ({})),
    move('lead', 'reply', () => ({
      found: '排班漏了五栋',
      measure: '今天补扫',
      responsibleId: people.lead,
      nextAt: soon(120),
      measureDueAt: soon(600),
      way: 'message',
    })),
    move('lead', 'agree', () => ({ agreedBy: '业主', way: 'phone', treatmentDueAt: soon(600) })),
    move('desk', 'finishWork', () => ({ result: '已清扫', evidence: '照片三张' })),
    move('lead', 'pass', () => ({ checked: '现场看过' })),
    move('lead', 'setCategory', () => ({
      code: 'C4.2',
      cause: '五栋楼道保洁排班漏了三天',
      factor: 'man',
      factorSub: 'compliance',
      obviousNeglect: true,
    })),
    report('saveReport', (id, version) => ({
      method: 'PUT',
      path: `complaint-reports/${id}/parts`,
      body: { version, parts: Object.fromEntries(PARTS.map((part) => [part, '写好了'])) },
    })),
    report('submitReport', (id, version) => ({
      method: 'POST',
      path: `complaint-reports/${id}/submit`,
      body: { version },
    })),
    move('lead', 'callBack', () => ({
      satisfaction: 'satisfied',
      onReception: '热情',
      onMeasures: '及时',
      onResult: '干净了',
    })),
  ],
  /** Three people about one thing and one of them twice: merged, counted, hot. */
  merged: [
    register(0),
    register(1),
    register(2),
    move('lead', 'merge', ({ ids }) => ({ intoId: ids[0], reason: '同一件事' }), 1),
    move('lead', 'merge', ({ ids }) => ({ intoId: ids[0], reason: '同一件事' }), 2),
    move('desk', 'addVoice', ({ key }) => ({ callerName: '业主', account: key, channel: 'phone', said: '还是没扫' })),
  ],
} as const satisfies Record<string, readonly Step[]>

export const newStory = (kind: Story['kind']): Story => ({ kind, key: newId(), ids: [], done: [] })
export const isFinished = ({ kind, done }: Story): boolean => done.length === PLANS[kind].length

/** Goes on with a story; false when the server did not answer or refused. */
export const goOn = async (story: Story, send: Send): Promise<boolean> => {
  const look: Look = async (path) => {
    const seen = await send({ by: 'lead', method: 'GET', path }, story.key)
    return seen?.status === 200 ? seen.body : undefined
  }
  const plan: readonly Step[] = PLANS[story.kind]
  for (let step = plan[story.done.length]; step; step = plan[story.done.length]) {
    story.next ??= await step.make(story, look)
    if (!story.next) return false
    const answer = await send(story.next, `${story.key}-${story.done.length}`)
    if (!answer || answer.status >= 300) {
      if (answer && answer.status < 500) story.refused = `${step.does}: ${JSON.stringify(answer.body)}`
      return false
    }
    if (step.does === 'registered') story.ids.push(answer.body.matter.id)
    story.done.push(step.does)
    delete story.next
  }
  return true
}
