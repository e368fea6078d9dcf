import { LINE_NAMES, USUAL_PLANS } from './inspection-plans.ts'
import type { Lang, Text } from './texts/text.ts'
import { touchpointTexts } from './texts/touchpoints.ts'
import { USUAL_TASKS } from './usual-tasks.ts'

/** Between what a usual plan is and whose it is: 每日点检 · 保洁. */
const JOINT = ' · '
/** What a round is called off for when its plan does not go there then any more. */
export const PLAN_CHANGED: Text = { zh: '计划已改', en: 'the plan was changed' }
/** Why the product itself calls off rounds; kept and said like the names. */
export const CALL_CAME_TO_NOTHING: Text = { zh: '现场情况没有发生', en: 'what was called did not come about' }
const NAMES = [
  CALL_CAME_TO_NOTHING,
  ...USUAL_PLANS.map((plan) => plan.name),
  ...USUAL_TASKS.map((one) => one.task),
  ...Object.values(LINE_NAMES),
  ...Object.entries(touchpointTexts).flatMap(([key, text]) => (/^touchpoint\.T\d\d$/.test(key) ? [text] : [])),
]
const EN_OF = new Map(NAMES.map(({ zh, en }) => [zh, en]))
const ZH_OF = new Map(NAMES.map(({ zh, en }) => [en, zh]))

/** Each part by the words that are known; undefined as soon as one is not. */
const said = (name: string, words: ReadonlyMap<string, string>): string | undefined => {
  const parts = name.split(JOINT).map((part) => words.get(part))
  return parts.includes(undefined) ? undefined : parts.join(JOINT)
}

export const usualName = (...parts: readonly { zh: string }[]): string => parts.map(({ zh }) => zh).join(JOINT)

/** The name of a plan, round or task as the reader says it; what people named themselves stays as they did. */
export const nameIn = (lang: Lang, name: string): string => (lang === 'zh' ? name : (said(name, EN_OF) ?? name))

/** The same in both, for a message that either may read. */
export const nameTexts = (name: string): Text => ({ zh: name, en: nameIn('en', name) })

/** The name as it is kept: one of the product, said in English, is the Chinese one again. */
export const nameKept = (name: string): string => said(name, ZH_OF) ?? name

/** Kept names whose English contains these words: what somebody looks for who reads English. */
export const keptLike = (words: string): string[] => {
  const sought = words.trim().toLowerCase()
  return sought === '' ? [] : NAMES.filter(({ en }) => en.toLowerCase().includes(sought)).map(({ zh }) => zh)
}
