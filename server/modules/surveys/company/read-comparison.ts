import { createHash } from 'node:crypto'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { listSurveyComparison, ROLL_OUT_STATES, SurveyComparison } from '#contract/survey-roll-out.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { cutPage } from '#platform/db/cut-page.ts'
import type { Tx } from '#platform/db/tx.ts'
import { keptFor } from '#platform/kept.ts'
import { companySettingsOf } from '#platform/settings/settings.ts'
import { questionsOf } from '../design/questionnaire.ts'
import { wilson } from '../results/kano.rules.ts'
import { kanoRuleOf } from '../results/read-results.ts'
import { type Comparison, compare, isDiffering, sortCompared } from './compare.rules.ts'
import { countRollOut } from './roll-out.store.ts'
import { ItemSums } from './sums.rules.ts'
import { listSums, sumTotals } from './sums.store.ts'
import { bareTemplate, type TemplateRow } from './template.store.ts'
import { companyOf, estatesToRead } from './templates.ts'

/**
 * What was compared last for the same estates and the same sums: the totals, the first page and the next ones of one look
 * come from one reading.
 */
const kept = keptFor<string, Comparison>(30_000, 8)

const compareEstates = async (tx: Tx, template: TemplateRow, estates: readonly Uuid[]): Promise<Comparison> => {
  const { surveys, newest } = await sumTotals(tx, template.id, estates)
  const key = createHash('sha256').update(`${template.id} ${surveys} ${newest} ${estates.join()}`).digest('base64')
  return kept.of(key, () => readAll(tx, template, estates))
}

const readAll = async (tx: Tx, template: TemplateRow, estates: readonly Uuid[]): Promise<Comparison> => {
  // read alike in all estates, whatever one has set for its own page
  const rule = kanoRuleOf(await companySettingsOf(tx, template.company_id))
  const rows = await listSums(tx, template.id, estates)
  return compare(
    questionsOf(template),
    rows.map(({ estate_id, code, name, survey_id, items }) => ({
      estate: { id: estate_id, code, name },
      surveyId: survey_id,
      items: ItemSums.parse(items),
    })),
    rule,
  )
}

const found = async (tx: Tx, actor: Actor, id: Uuid): Promise<TemplateRow | Refusal> => {
  const companyId = companyOf(actor)
  if (isRefusal(companyId)) return companyId
  return (await bareTemplate(tx, companyId, id, 'none')) ?? refuse('E_NOT_FOUND', { field: 'params.id' })
}

/** How the roll-out goes, and what each item comes to over all estates of the caller. */
export const readComparison = async (tx: Tx, actor: Actor, id: Uuid): Promise<SurveyComparison | Refusal> => {
  const template = await found(tx, actor, id)
  if (isRefusal(template)) return template
  const estates = estatesToRead(actor)
  const states = new Map((await countRollOut(tx, id, estates)).map(({ state, n }) => [state, n]))
  const { invited, used, answered, too_few, newest } = await sumTotals(tx, id, estates)
  const { items } = await compareEstates(tx, template, estates)
  const state = (one: (typeof ROLL_OUT_STATES)[number]) => states.get(one) ?? 0
  return {
    estates: {
      none: state('none'),
      draft: state('draft'),
      opened: state('opened'),
      closed: state('closed'),
      refused: state('refused'),
    },
    invited,
    answered,
    rate: wilson(used, invited),
    tooFew: too_few,
    smallestSample: (await companySettingsOf(tx, template.company_id)).get('survey.smallestSample'),
    items,
    asOf: newest,
  }
}

/** Each estate with what it says of an item, or of all of them. */
export const listComparison = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  query: QueryOf<typeof listSurveyComparison>,
): Promise<AnswerOf<typeof listSurveyComparison> | Refusal> => {
  const template = await found(tx, actor, id)
  if (isRefusal(template)) return template
  const { lines } = await compareEstates(tx, template, estatesToRead(actor))
  const words = query.q?.toLowerCase()
  const asked = lines.filter(
    (line) =>
      (query.no === undefined || line.no === query.no) &&
      (query.differing === undefined || isDiffering(line) === (query.differing === 'true')) &&
      (words === undefined || `${line.estate.code} ${line.estate.name}`.toLowerCase().includes(words)),
  )
  return cutPage(sortCompared(asked, query), query)
}
