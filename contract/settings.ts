import { z } from 'zod'
import { LINES } from './permissions.ts'
import { LocalTime } from './values.ts'

/**
 * Every number that the specification leaves to a company or estate, with its default. An estate's value wins over
 * the company's, the company's over the default. Names and help: content/texts/settings.ts.
 */
type SettingShape = {
  schema: z.ZodType
  default: unknown
  scope: 'estate' | 'company'
  group: SettingGroup
  rule: string
}
export const SETTING_GROUPS = [
  'hours',
  'clocks',
  'desk',
  'telephone',
  'orders',
  'notify',
  'complaints',
  'inspection',
  'surveys',
  'customers',
  'security',
] as const
export type SettingGroup = (typeof SETTING_GROUPS)[number]

const minutes = (max = 100_000) => z.number().int().min(1).max(max)
const count = (max = 1_000) => z.number().int().min(0).max(max)
const weight = z.number().min(0).max(100)
const share = z.number().min(0).max(1)
const points = z.number().min(0).max(100)
const setting = <T extends z.ZodType>(
  schema: T,
  fallback: z.output<T>,
  group: SettingGroup,
  rule: string,
  scope: 'estate' | 'company' = 'estate',
) => ({ schema, default: fallback, scope, group, rule })

export const SETTINGS = {
  'hours.workStart': setting(LocalTime, '09:00', 'hours', 'CP-077'),
  'hours.workEnd': setting(LocalTime, '18:00', 'hours', 'CP-077'),
  'hours.closeOfBusiness': setting(LocalTime, '18:00', 'hours', 'CP-072'),

  'clock.warnAt': setting(z.array(z.number().min(0.05).max(0.99)).min(1).max(5), [0.5, 0.8], 'clocks', 'CP-082'),
  'clock.escalateWorkingDays': setting(count(30), 1, 'clocks', 'CP-082'),
  'clock.emergencyDispatchMinutes': setting(minutes(60), 1, 'clocks', 'FD 5.3'),
  'clock.emergencyArrivalMinutes': setting(minutes(240), 15, 'clocks', 'OS-045'),
  'clock.emergencyFormMinutes': setting(minutes(1_440), 60, 'clocks', 'FD 5.3'),
  'clock.forwardMinutes': setting(minutes(240), 15, 'clocks', 'CP-043'),
  'clock.availabilityMinutes': setting(minutes(240), 15, 'clocks', 'OS-045'),
  'clock.tellTimeMinutes': setting(minutes(480), 30, 'clocks', 'OS-044'),
  'clock.takeMinutes': setting(minutes(1_440), 15, 'clocks', 'CP-036'),
  'clock.acceptWorkingDays': setting(count(30), 1, 'clocks', 'OS-011'),
  'clock.callbackWorkingDays': setting(count(30), 2, 'clocks', 'metrics'),
  'clock.answerWorkingDays': setting(count(30), 2, 'clocks', 'CP-005'),
  'clock.handlingFormWorkingDays': setting(count(30), 1, 'clocks', 'CP-048'),
  'clock.reworkWorkingDays': setting(count(30), 1, 'clocks', 'OS-018'),
  'clock.holdWorkingDays': setting(count(30), 3, 'clocks', 'FD-715'),
  'clock.pauseLimitDays': setting(count(90), 7, 'clocks', 'CP-082'),
  'clock.writtenReplyWorkingDays': setting(count(30), 2, 'clocks', 'CP-071'),
  'clock.majorReportWorkingDays': setting(count(30), 1, 'clocks', 'CP-094'),
  'complaint.majorFromFen': setting(z.number().int().min(0).max(1_000_000_000), 100_000, 'complaints', 'CP-091'),
  'complaint.hotPersons': setting(z.number().int().min(2).max(100), 3, 'complaints', 'CP-095'),
  'complaint.hotGroup': setting(z.number().int().min(2).max(100), 3, 'complaints', 'CP-099'),
  'complaint.hotMonths': setting(z.number().int().min(1).max(12), 1, 'complaints', 'CP-096'),
  'complaint.distinctBy': setting(z.enum(['person', 'household']), 'person', 'complaints', 'CP-096'),
  'complaint.hotReportDays': setting(count(90), 7, 'complaints', 'CP-100'),
  'complaint.topicReportDays': setting(count(90), 7, 'complaints', 'CP-101'),
  'complaint.progressWorkingDays': setting(z.number().int().min(1).max(30), 3, 'complaints', 'CP-065'),
  'complaint.progressUrgentWorkingDays': setting(z.number().int().min(1).max(30), 1, 'complaints', 'CP-065'),
  'complaint.progressExternalDays': setting(z.number().int().min(1).max(90), 7, 'complaints', 'CP-065'),
  'complaint.improvementNewsDays': setting(z.number().int().min(1).max(180), 30, 'complaints', 'FD-790'),
  'complaint.headWhenOurs': setting(z.boolean(), true, 'complaints', 'CP-024'),
  'complaint.headLateAfter': setting(LocalTime, '20:00', 'complaints', 'CP-024'),
  'complaint.headNextDayBy': setting(LocalTime, '12:00', 'complaints', 'CP-024'),
  'complaint.quietDays': setting(count(90), 7, 'complaints', 'CP-120b'),
  'complaint.closeOnSpotAtOnce': setting(z.boolean(), false, 'complaints', 'CP-120b'),
  'complaint.reopenMonths': setting(z.number().int().min(1).max(24), 1, 'complaints', 'CP-125'),
  'complaint.attemptsUntilHead': setting(z.number().int().min(1).max(20), 3, 'complaints', 'CP-060'),
  'complaint.explainTalks': setting(z.number().int().min(1).max(20), 2, 'complaints', 'CP-062'),
  'complaint.holdingWorkingMinutes': setting(z.number().int().min(0).max(2_880), 120, 'complaints', 'CP-113'),
  'complaint.watchChecksWorkingDay': setting(count(24), 2, 'complaints', 'CP-110'),
  'complaint.watchChecksDayOff': setting(count(24), 1, 'complaints', 'CP-110'),
  'complaint.boxChecksWorkingDay': setting(count(24), 1, 'complaints', 'CP-080'),
  'complaint.boxChecksDayOff': setting(count(24), 0, 'complaints', 'CP-080'),
  'complaint.tallyTime': setting(LocalTime, '17:30', 'complaints', 'CP-127a'),
  'complaint.statCutoffDay': setting(z.number().int().min(1).max(31), 25, 'complaints', 'CP-128b'),
  'complaint.reportDay': setting(z.number().int().min(1).max(31), 28, 'complaints', 'CP-128a'),
  'complaint.reportWarnDays': setting(
    z.array(z.number().int().min(1).max(31)).max(5),
    [25, 27],
    'complaints',
    'CP-128a',
  ),
  'complaint.largeCentreM2': setting(count(10_000_000), 100_000, 'complaints', 'CP-129'),
  'complaint.floorAreaM2': setting(count(10_000_000), 0, 'complaints', 'CP-129'),
  'complaint.inPhases': setting(z.boolean(), false, 'complaints', 'CP-129'),
  'complaint.closeWithinDays': setting(z.number().int().min(1).max(365), 30, 'complaints', 'CP 15 K5'),
  'complaint.closeTargetPercent': setting(z.number().int().min(0).max(100), 95, 'complaints', 'CP 15 K5'),
  'complaint.satisfiedTargetPercent': setting(z.number().int().min(0).max(100), 90, 'complaints', 'CP 15 K6'),
  'complaint.repeatTargetPercent': setting(z.number().int().min(0).max(100), 5, 'complaints', 'CP 15 K7'),
  'complaint.growthFrom': setting(z.number().int().min(1).max(1_000), 5, 'complaints', 'CP-132'),
  'complaint.growthPercent': setting(z.number().int().min(101).max(1_000), 150, 'complaints', 'CP-132'),
  'complaint.growthPeriods': setting(z.number().int().min(1).max(24), 6, 'complaints', 'CP-132'),
  'complaint.publishDay': setting(z.number().int().min(1).max(28), 5, 'complaints', 'CP-139'),
  'complaint.contactPhone': setting(z.string().trim().max(40), '', 'complaints', 'CP-032'),
  'complaint.contactFax': setting(z.string().trim().max(40), '', 'complaints', 'CP-032'),
  'complaint.contactEmail': setting(z.string().trim().max(100), '', 'complaints', 'CP-032'),
  'complaint.contactPerson': setting(z.string().trim().max(60), '', 'complaints', 'CP-032'),
  'complaint.suggestionBox': setting(z.string().trim().max(200), '', 'complaints', 'CP-032'),

  // quality-model.md section 7: the weights of a score
  'inspection.weightCritical': setting(weight, 5, 'inspection', 'quality-model 7'),
  'inspection.weightMajor': setting(weight, 3, 'inspection', 'quality-model 7'),
  'inspection.weightMinor': setting(weight, 1, 'inspection', 'quality-model 7'),
  'inspection.mustBeWeight': setting(share, 0.7, 'inspection', 'quality-model 7'),
  'inspection.oneDimensionalWeight': setting(share, 0.3, 'inspection', 'quality-model 7'),
  'inspection.criticalGate': setting(points, 59, 'inspection', 'quality-model 7'),
  'inspection.mustBeGate': setting(points, 79, 'inspection', 'quality-model 7'),
  'inspection.mustBePass': setting(share, 0.9, 'inspection', 'quality-model 7'),
  'inspection.bonus': setting(points, 5, 'inspection', 'quality-model 7'),
  'inspection.placeScore': setting(z.enum(['mean', 'latest']), 'mean', 'inspection', 'quality-model 7'),
  'inspection.touchpointWeights': setting(
    z.array(z.number().min(0).max(100)).length(20),
    Array.from({ length: 20 }, () => 1),
    'inspection',
    'quality-model 7',
  ),
  'inspection.unseenDays': setting(count(365), 30, 'inspection', 'FD-770'),

  'finding.confirmWorkingDays': setting(count(30), 1, 'inspection', 'FD-770'),
  'finding.criticalHours': setting(z.number().int().min(1).max(240), 4, 'inspection', 'quality-model 8.1'),
  'finding.majorWorkingDays': setting(z.number().int().min(1).max(30), 1, 'inspection', 'FD-770'),
  'finding.minorDays': setting(z.number().int().min(1).max(90), 7, 'inspection', 'FD-770'),
  'finding.recheckWorkingDays': setting(count(30), 2, 'inspection', 'FD-766'),
  'finding.postponeDays': setting(count(365), 30, 'inspection', 'FD-770'),
  'finding.repeatMonths': setting(z.number().int().min(1).max(24), 3, 'inspection', 'FD-766'),
  'finding.orderForCritical': setting(z.boolean(), true, 'inspection', 'quality-model 8.1'),
  'finding.alarmQuality': setting(z.boolean(), true, 'inspection', 'quality-model 8.1'),

  'desk.queueAssistThreshold': setting(count(100), 2, 'desk', 'FD-017'),
  'desk.lineReportTimes': setting(z.array(LocalTime).max(10), ['11:30', '17:00'], 'desk', 'FD-403'),
  'desk.inventoryTime': setting(LocalTime, '17:30', 'desk', 'FD-404'),
  'desk.ownerSpendingLimitFen': setting(z.number().int().min(0).max(100_000_000), 50_000, 'desk', 'OS-012'),
  'desk.similarWithinDays': setting(count(365), 30, 'desk', 'CP-097'),
  'desk.lineReportLines': setting(
    z.array(z.enum(LINES)).max(7),
    ['repair', 'housekeeping', 'cleaning', 'greening', 'security'],
    'desk',
    'FD-403',
  ),
  'desk.lineReportGraceMinutes': setting(count(240), 15, 'desk', 'FD-403'),
  'desk.dueSoonMinutes': setting(minutes(1_440), 120, 'desk', 'CP-127'),
  'desk.readConfirmWorkingDays': setting(count(30), 1, 'desk', 'KN-003'),
  'desk.quizPassPercent': setting(z.number().int().min(1).max(100), 90, 'desk', 'KN-003'),
  'desk.quizQuestions': setting(z.number().int().min(5).max(50), 10, 'desk', 'FD-024'),
  'desk.quizEveryMonths': setting(z.number().int().min(1).max(24), 3, 'desk', 'KN-003'),

  'telephone.blockedBefore': setting(LocalTime, '07:00', 'telephone', 'KN-205'),
  'telephone.blockedFrom': setting(LocalTime, '22:00', 'telephone', 'KN-205'),
  'telephone.noonFrom': setting(LocalTime, '12:00', 'telephone', 'KN-205'),
  'telephone.noonTo': setting(LocalTime, '14:00', 'telephone', 'KN-205'),
  'telephone.dinnerFrom': setting(LocalTime, '18:00', 'telephone', 'KN-205'),
  'telephone.dinnerTo': setting(LocalTime, '19:00', 'telephone', 'KN-205'),
  'telephone.lateOralAfter': setting(LocalTime, '20:00', 'telephone', 'CP-074'),
  'telephone.callbackTries': setting(count(20), 3, 'telephone', 'CP-024'),
  'telephone.callbackDays': setting(count(20), 2, 'telephone', 'metrics'),
  'telephone.ringsPerMinute': setting(z.number().int().min(1).max(10_000), 120, 'telephone', 'KN-210'),
  'telephone.lateRingSeconds': setting(count(120), 12, 'telephone', 'KN-211'),

  'orders.absentTimesUntilHold': setting(count(10), 2, 'orders', 'FD-715'),
  'orders.ownSightDays': setting(count(365), 30, 'orders', 'OS-005'),
  'orders.photosRequired': setting(z.boolean(), true, 'orders', 'FD-713'),
  'orders.signatureRequired': setting(z.boolean(), true, 'orders', 'FD-713'),

  'inspection.aheadDays': setting(z.number().int().min(2).max(60), 7, 'inspection', 'FD-810'),
  'inspection.warnMinutes': setting(minutes(1_440), 30, 'inspection', 'FD-770'),
  'inspection.escalateWorkingDays': setting(z.number().int().min(1).max(30), 1, 'inspection', 'FD-770'),
  'inspection.calledDueMinutes': setting(minutes(10_080), 120, 'inspection', 'FD-770'),
  'inspection.shiftStarts': setting(
    z.array(LocalTime).min(1).max(6),
    ['08:00', '16:00', '00:00'],
    'inspection',
    'frequencies 3',
  ),
  'inspection.peakStarts': setting(z.array(LocalTime).min(1).max(4), ['07:30', '17:30'], 'inspection', 'frequencies 3'),
  'inspection.beforeMinutes': setting(minutes(240), 60, 'inspection', 'frequencies 3'),
  'inspection.clockWarnMinutes': setting(minutes(1_440), 5, 'inspection', 'FD-770'),
  'inspection.agreementHours': setting(z.number().int().min(1).max(720), 24, 'inspection', 'FD-766'),
  'inspection.agreementItems': setting(z.number().int().min(1).max(100), 5, 'inspection', 'FD-766'),
  'inspection.photoMaxPx': setting(z.number().int().min(640).max(8_000), 1_600, 'inspection', 'FD-770'),
  'inspection.photosPerItem': setting(z.number().int().min(1).max(9), 4, 'inspection', 'FD-770'),
  'survey.pairLimit': setting(z.number().int().min(1).max(200), 40, 'surveys', 'QM 4'),
  'survey.openDays': setting(z.number().int().min(1).max(365), 21, 'surveys', 'QM 4'),
  'survey.reminderDays': setting(z.number().int().min(1).max(60), 5, 'surveys', 'QM 4'),
  'survey.reminders': setting(count(5), 2, 'surveys', 'QM 4'),
  'survey.smallestGroup': setting(z.number().int().min(2).max(100), 5, 'surveys', 'QM 4'),
  'survey.transactionRestDays': setting(count(365), 30, 'surveys', 'QM 4'),
  'survey.transactionDays': setting(z.number().int().min(1).max(60), 7, 'surveys', 'QM 4'),
  'survey.blauthRule': setting(z.boolean(), false, 'surveys', 'QM 5'),
  'survey.mixedPercent': setting(z.number().min(0).max(100), 6, 'surveys', 'QM 5'),
  'survey.questionablePercent': setting(z.number().min(0).max(100), 5, 'surveys', 'QM 5'),
  'survey.reversePercent': setting(z.number().min(0).max(100), 20, 'surveys', 'QM 5'),
  'survey.smallestSample': setting(z.number().int().min(1).max(10_000), 30, 'surveys', 'QM 5'),
  'survey.cutAtHalf': setting(z.boolean(), false, 'surveys', 'QM 6'),

  'notify.customerMessages': setting(z.boolean(), true, 'notify', 'KN-205'),
  'customers.staleProfileMonths': setting(count(120), 12, 'customers', 'OS-060'),
  'customers.tenureMonths': setting(
    z.tuple([count(1_200), count(1_200), count(1_200)]),
    [6, 12, 24],
    'customers',
    'FD-732',
  ),
  'customers.rosterAreaM2': setting(z.tuple([count(1_000_000), count(1_000_000)]), [1, 20_000], 'customers', 'FD-730'),
  'customers.rosterPhoneSharedBy': setting(count(1_000), 3, 'customers', 'FD-730'),
  'customers.rosterEarliestHandover': setting(z.iso.date(), '1980-01-01', 'customers', 'FD-730'),
  'customers.importKeepDays': setting(count(3_650), 30, 'customers', 'FD-015'),
  'desk.followUpHouseholds': setting(count(100), 5, 'desk', 'FD-785'),
  'security.secondFactorRoles': setting(
    z.array(z.string().max(40)).max(50),
    ['systemAdmin', 'qualityDept', 'companyLeader', 'centreHead', 'finance'],
    'security',
    'roles.md',
    'company',
  ),
  'security.backupAgeHours': setting(z.number().int().min(1).max(720), 26, 'security', 'CP-151', 'company'),
} as const satisfies Record<string, SettingShape>

export type SettingKey = keyof typeof SETTINGS
export type SettingValue<K extends SettingKey> = z.output<(typeof SETTINGS)[K]['schema']>
