import {
  answerQuiz,
  approveSheet,
  checkSheet,
  confirmReading,
  type Quiz,
  type SheetContent,
  saveSheetDraft,
  startQuiz,
} from '#contract/must-know.ts'
import type { Uuid } from '#contract/values.ts'
import { DEMO_SHEET, FORMER_SHEETS } from './demo-sheet.ts'
import { minutesAfter, type Story, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

const [FIRST, SECOND] = FORMER_SHEETS
const VERSIONS = [
  { offset: -85, content: FIRST, summary: '首版' },
  { offset: -40, content: SECOND, summary: '补充常见问题与抢修电话' },
  { offset: -6, content: DEMO_SHEET, summary: '会所游泳池票价调整为30元' },
] as const

/** Who has read the version in force, and how many questions of the quiz they got wrong. */
const READERS: readonly { username: string; wrong?: number }[] = [
  { username: 'qiantai', wrong: 0 },
  { username: 'qiantai2', wrong: 1 },
  { username: 'qiantaizhang', wrong: 0 },
  { username: 'guanjia', wrong: 3 },
  { username: 'zhongkong', wrong: 1 },
  { username: 'zhongkong2' },
  { username: 'kefuzhuguan' },
]

/** FD-020…025: three versions by author, checker and approver, a draft of the next, who has read it, and their quizzes. */
export const mustKnowOf = (world: World): Told[] => [storyOf(world, 'must-know', tellSheet)]

const tellSheet = async (story: Story): Promise<void> => {
  const { ask, who, days, estateId } = story
  const author = who('dangan')
  let versionId: Uuid = ''
  for (const { offset, content, summary } of VERSIONS) {
    const now = days.at(offset, '10:00')
    const id = await draft(story, now, content ?? DEMO_SHEET, summary)
    const params = { estateId, id: id.id }
    const checked = await ask(minutesAfter(now, 45), who('kefuzhuguan'), checkSheet, {
      params,
      body: { version: id.version },
    })
    const body = { version: checked.sheet.version, effectiveDate: days.date(offset) }
    await ask(minutesAfter(now, 90), who('zhuren'), approveSheet, { params, body })
    versionId = id.id
  }
  for (const [i, { username, wrong }] of READERS.entries()) {
    const now = minutesAfter(days.at(-6, '14:00'), i * 11)
    await ask(now, who(username), confirmReading, { params: { estateId }, body: { versionId } })
    if (wrong === undefined) continue
    const quiz = await ask(minutesAfter(now, 4), who(username), startQuiz, { params: { estateId }, body: {} })
    const params = { estateId, id: quiz.id }
    const answers = quiz.questions.map((question, n) => answerTo(question, n < wrong))
    await ask(minutesAfter(now, 9), who(username), answerQuiz, { params, body: { answers } })
  }
  const next = { ...DEMO_SHEET, facilities: { ...DEMO_SHEET.facilities, other: '快递柜在东门与西门，新增充电桩8个' } }
  await ask(days.at(-1, '15:20'), author, saveSheetDraft, {
    params: { estateId },
    body: { version: 0, content: next, summary: '新增充电桩' },
  })
}

const draft = async ({ ask, who, estateId }: Story, now: string, content: SheetContent, summary: string) => {
  const body = { version: 0, content, summary }
  const { sheet } = await ask(now, who('dangan'), saveSheetDraft, { params: { estateId }, body })
  return sheet
}

type Question = Quiz['questions'][number]

/** The place of the right choice, which stands in the sheet; or of another one. */
const answerTo = ({ key, name, choices }: Question, wrong: boolean): number => {
  const right = choices.indexOf(factOf(key, name))
  return wrong ? (right + 1) % choices.length : right
}

const factOf = (key: string, name: string | null): string => {
  const [group = '', field = ''] = key.split('.')
  const { overview, fees, facilities, phones, more } = DEMO_SHEET
  const of = (entries: object) => new Map<string, unknown>(Object.entries(entries)).get(field)
  if (group === 'overview') return String(of(overview))
  if (group === 'facilities') return String(of(facilities))
  if (group === 'phones') return phones.find((p) => p.name === name)?.number ?? ''
  if (group === 'more') return more.find((m) => m.name === name)?.answer ?? ''
  return (
    Object.values(fees)
      .flatMap((entries) => entries ?? [])
      .find((fee) => fee.name === name)?.price ?? ''
  )
}
