import { callbackPageTexts } from './callback-pages.ts'
import { clockTexts } from './clocks.ts'
import { complaintCategoryTexts } from './complaint-categories.ts'
import { complaintFiguresPageTexts } from './complaint-figures-pages.ts'
import {
  complaintChoiceTexts,
  complaintFieldTexts,
  complaintStateTexts,
  complaintVerbTexts,
} from './complaint-moves.ts'
import { complaintPageTexts } from './complaint-pages.ts'
import { complaintKpiTexts, complaintReportTexts, reportKindTexts, reportPartTexts } from './complaint-reports.ts'
import { complaintRoundsPageTexts } from './complaint-rounds-pages.ts'
import { complaintServerTexts } from './complaint-server.ts'
import { complaintWordingTexts } from './complaint-wordings.ts'
import { customerPageTexts, customerWordTexts, householdWordTexts } from './customer-pages.ts'
import { callReasonTexts, deskTexts, nextStepTexts, ringingTexts, sayTexts, searchTexts } from './desk.ts'
import { deskRoundTexts } from './desk-rounds.ts'
import { deskSheetTexts, mustKnowTexts } from './desk-server.ts'
import { dutyPageTexts } from './duty-pages.ts'
import { errorTexts, issueTexts, namedTexts, warningTexts } from './errors.ts'
import { estateExportTexts } from './estate.ts'
import { buildingKindTexts, estatePageTexts } from './estate-pages.ts'
import { commonTexts } from './everyday.ts'
import { experienceTexts } from './experience.ts'
import { findingSettingTexts } from './finding-settings.ts'
import { findingFieldTexts, findingPageTexts, findingStateTexts, findingVerbTexts } from './findings.ts'
import { gateFactTexts, gateFieldTexts, gateResultTexts, gateTexts } from './goods.ts'
import { handoverPageTexts } from './handover-pages.ts'
import { importPageTexts } from './import-pages.ts'
import { inspectionPageTexts } from './inspection-pages.ts'
import { inspectionSheetTexts, touchpointWordTexts } from './inspection-words.ts'
import { inventoryPageTexts } from './inventory-pages.ts'
import { managePageTexts } from './manage-pages.ts'
import { matterPageTexts } from './matter-pages.ts'
import {
  channelTexts,
  choiceTexts,
  contactTypeTexts,
  dutyTexts,
  fieldTexts,
  flagTexts,
  kindTexts,
  stateTexts,
  timelineTexts,
  verbTexts,
} from './matters.ts'
import { moodTexts } from './moods.ts'
import { mustKnowPageTexts, sheetGroupTexts, sheetStateTexts } from './mustknow-pages.ts'
import { onsiteTexts } from './onsite.ts'
import { orderPageTexts } from './order-pages.ts'
import { orderChoiceTexts, orderFieldTexts, orderStateTexts, orderTexts, orderVerbTexts } from './orders.ts'
import { lineTexts, roleTexts } from './roles.ts'
import { rosterTexts } from './roster.ts'
import { handoverTexts, postKindTexts, runningTexts, sheetTexts } from './running.ts'
import { scorePageTexts } from './scores.ts'
import { serviceLanguageTexts } from './service-language.ts'
import { settingGroupTexts, settingTexts } from './settings.ts'
import { shellTexts } from './shell.ts'
import { signInTexts } from './sign-in.ts'
import { matterPartTexts, staffPageTexts } from './staff-pages.ts'
import { standardPageTexts } from './standard-pages.ts'
import { standardTexts } from './standards.ts'
import { surveyCompanyTexts } from './survey-company.ts'
import { surveyAnswerTexts } from './survey-link.ts'
import { surveyPageTexts } from './survey-pages.ts'
import { surveyServerTexts, surveyWordTexts } from './surveys.ts'
import type { Lang, Texts } from './text.ts'
import { touchpointTexts } from './touchpoints.ts'
import { trainingTexts } from './trainings.ts'
import {
  violationFieldTexts,
  violationPageTexts,
  violationSettingTexts,
  violationStateTexts,
  violationTypeTexts,
  violationVerbTexts,
} from './violations.ts'

export type { Lang, Texts } from './text.ts'

/** One line a namespace; the test refuses a key that stands in two of them. */
export const NAMESPACES = [
  channelTexts,
  choiceTexts,
  clockTexts,
  contactTypeTexts,
  dutyTexts,
  fieldTexts,
  flagTexts,
  kindTexts,
  managePageTexts,
  matterPageTexts,
  rosterTexts,
  serviceLanguageTexts,
  stateTexts,
  timelineTexts,
  verbTexts,
  callbackPageTexts,
  deskRoundTexts,
  handoverPageTexts,
  inspectionPageTexts,
  inspectionSheetTexts,
  touchpointWordTexts,
  inventoryPageTexts,
  orderPageTexts,
  orderChoiceTexts,
  orderFieldTexts,
  orderStateTexts,
  orderTexts,
  orderVerbTexts,
  commonTexts,
  deskSheetTexts,
  mustKnowTexts,
  callReasonTexts,
  deskTexts,
  nextStepTexts,
  ringingTexts,
  sayTexts,
  searchTexts,
  buildingKindTexts,
  customerPageTexts,
  customerWordTexts,
  estatePageTexts,
  householdWordTexts,
  importPageTexts,
  onsiteTexts,
  errorTexts,
  warningTexts,
  issueTexts,
  namedTexts,
  lineTexts,
  roleTexts,
  shellTexts,
  signInTexts,
  handoverTexts,
  postKindTexts,
  runningTexts,
  sheetTexts,
  settingGroupTexts,
  settingTexts,
  matterPartTexts,
  staffPageTexts,
  dutyPageTexts,
  mustKnowPageTexts,
  sheetGroupTexts,
  sheetStateTexts,
  estateExportTexts,
  experienceTexts,
  complaintServerTexts,
  complaintWordingTexts,
  complaintRoundsPageTexts,
  complaintCategoryTexts,
  complaintPageTexts,
  standardPageTexts,
  standardTexts,
  touchpointTexts,
  moodTexts,
  complaintChoiceTexts,
  complaintFieldTexts,
  complaintStateTexts,
  complaintVerbTexts,
  complaintKpiTexts,
  complaintReportTexts,
  complaintFiguresPageTexts,
  reportKindTexts,
  reportPartTexts,
  findingFieldTexts,
  findingPageTexts,
  findingSettingTexts,
  findingStateTexts,
  findingVerbTexts,
  violationFieldTexts,
  violationPageTexts,
  violationSettingTexts,
  violationStateTexts,
  violationTypeTexts,
  violationVerbTexts,
  gateFactTexts,
  gateFieldTexts,
  gateResultTexts,
  gateTexts,
  scorePageTexts,
  surveyAnswerTexts,
  trainingTexts,
  surveyPageTexts,
  surveyCompanyTexts,
  surveyServerTexts,
  surveyWordTexts,
] as const satisfies readonly Texts[]

type Both<U> = (U extends unknown ? (given: U) => void : never) extends (given: infer I) => void ? I : never
type All = Both<(typeof NAMESPACES)[number]>

export type TextKey = keyof All & string

type Placeholders<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholders<Rest> : never
/** The placeholders of a text, so that a forgotten one does not compile. */
export type ParamsOf<K extends TextKey> = All[K] extends { zh: infer Zh } ? Placeholders<Zh> : never

/** Keys whose texts have no placeholder; for titles and labels that are passed on. */
export type PlainKey = { [K in TextKey]: [ParamsOf<K>] extends [never] ? K : never }[TextKey]

/** Flat key → text of one language, the shape i18next takes with `keySeparator: false`. */
export const resources = (lang: Lang, namespaces: readonly Texts[] = NAMESPACES): Record<string, string> => {
  const flat: Record<string, string> = {}
  for (const namespace of namespaces) {
    for (const [key, text] of Object.entries<{ zh: string; en: string }>(namespace)) flat[key] = text[lang]
  }
  return flat
}

const only = <T extends Texts>(texts: T, ...keys: readonly (keyof T & string)[]): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => keys.includes(key)))

/** Refusals of the desk's and the quality department's pages, which no route that the phone calls answers with. */
const OF_THE_CENTRE =
  /^error\.E_(SURVEY|PAIR|ANSWER_|ANSWERS|SAMPLE|TOO_FEW|TOO_MANY|IMPORT|TALLY|INVENTORY|ROSTER|MERGE|REVIEW|VOICES|COMPANY|FACTS|POINTS|SAME_PROPOSAL|EXPLAIN|FILE_INCOMPLETE|REOPEN|IMPACT|NOT_TREATED|NOT_PROPOSED|NO_PLAN|EXEMPTION)/
const without = (texts: Texts, pattern: RegExp): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => !pattern.test(key)))

/** What the field app says: its own words and those it shares with the other pages. */
export const FIELD_NAMESPACES = [
  onsiteTexts,
  gateFieldTexts,
  gateResultTexts,
  only(fieldTexts, 'field.result'),
  only(matterPageTexts, 'matter.urgent'),
  only(standardTexts, 'severity.critical', 'severity.major', 'severity.minor'),
  only(
    orderPageTexts,
    'nav.order',
    'order.and',
    'order.resultHint',
    'order.signing',
    'order.absentUnsigned',
    'order.waits.accept',
    'order.waits.appoint',
    'order.emergency',
    'order.reworked',
    'order.absent',
    'orders.placeLater',
    'orders.nothingNow',
    'orders.waiting',
  ),
  commonTexts,
  without(errorTexts, OF_THE_CENTRE),
  only(issueTexts, 'issue.required', 'issue.number'),
  only(namedTexts, 'named.with', 'named.quoted', 'named.comma', 'named.words', 'named.latest', 'named.slipUsed'),
  signInTexts,
  touchpointTexts,
  lineTexts,
  contactTypeTexts,
  orderStateTexts,
  orderVerbTexts,
  orderChoiceTexts,
  orderFieldTexts,
  only(verbTexts, 'verb.arrive', 'verb.finish', 'verb.note', 'verb.reassign', 'verb.cancel'),
  shellTexts,
] as const satisfies readonly Texts[]
