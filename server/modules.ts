import { complaintRoutes, declareComplaintKind } from '#modules/complaints/index.ts'
import { bringMissedRounds, declareDeskKinds, deskRoutes, listenToMatters } from '#modules/desk/index.ts'
import { routes as estateRoutes } from '#modules/estate/index.ts'
import { declareGoodsFiles, goodsRoutes } from '#modules/goods/index.ts'
import {
  bringSurveys,
  declareFindingKind,
  declareInspectionFiles,
  inspectionRoutes,
  missedOn,
  type Surveys,
} from '#modules/inspection/index.ts'
import { knowledgeRoutes, listenToCallbacks } from '#modules/knowledge/index.ts'
import { declareMatterFiles, joinCalendar, joinHandovers, routes as matterRoutes } from '#modules/matters/index.ts'
import { routes as staffRoutes } from '#modules/staff/index.ts'
import {
  declareSurveyLinks,
  satisfactionByTouchpoint,
  surveyedClasses,
  surveyPriorities,
  surveyRoutes,
} from '#modules/surveys/index.ts'
import { declareViolationKind, violationRoutes } from '#modules/violations/index.ts'
import { declareServiceKind, routes as orderRoutes } from '#modules/workorders/index.ts'
import type { Served } from '#platform/http/serve.ts'

/** The rooms in calling order: a room calls only those that stand before it; news travels upward as events. */
export const MODULES = [
  'staff',
  'estate',
  'matters',
  'desk',
  'workorders',
  'providers',
  'complaints',
  'inspection',
  'violations',
  'surveys',
  'billing',
  'cards',
  'goods',
  'occupancy',
  'renovation',
  'visits',
  'disputes',
  'journey',
  'notices',
  'knowledge',
  'reports',
] as const

/** What the surveys tell the inspections: the room of the surveys stands above theirs. */
export const SURVEY_READERS: Surveys = {
  satisfaction: async (tx, estateId, { from, to }) =>
    new Map(
      (await satisfactionByTouchpoint(tx, estateId, from, to)).map(({ touchpoint, mean, n }) => [
        touchpoint,
        { satisfaction: mean, answers: n },
      ]),
    ),
  classes: surveyedClasses,
  priorities: surveyPriorities,
}

let declared = false

/** Declares kinds, clocks and listeners of all rooms, in order; once per process. Throws on a broken drawing. */
export const declareRooms = (): void => {
  if (declared) return
  declared = true
  declareMatterFiles()
  joinHandovers()
  joinCalendar()
  declareDeskKinds()
  listenToMatters()
  declareServiceKind()
  declareComplaintKind()
  declareFindingKind()
  declareInspectionFiles()
  declareViolationKind()
  declareSurveyLinks()
  declareGoodsFiles()
  bringMissedRounds(missedOn)
  bringSurveys(SURVEY_READERS)
  listenToCallbacks()
}

export const ROOM_ROUTES: readonly Served[] = [
  ...staffRoutes,
  ...estateRoutes,
  ...matterRoutes,
  ...deskRoutes,
  ...orderRoutes,
  ...complaintRoutes,
  ...inspectionRoutes,
  ...violationRoutes,
  ...surveyRoutes,
  ...goodsRoutes,
  ...knowledgeRoutes,
]
