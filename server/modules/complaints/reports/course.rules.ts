import type { MatterFacts } from '#contract/complaint-reports.ts'
import type { Instant } from '#contract/values.ts'

type Step = MatterFacts['course'][number]

/** What happened as printed lines: when, by whom, what. */
export const courseRows = (
  course: readonly Step[],
  at: (instant: Instant | null) => string,
  t: (key: string) => string,
): string[][] =>
  course.map((step) => {
    const own = t(`timeline.${step.verb}`)
    const said = own === `timeline.${step.verb}` ? t(`verb.${step.verb}`) : own
    return [at(step.at), step.who, step.text ? `${said}：${step.text}` : said]
  })
