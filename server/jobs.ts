import { complaintJobs } from '#modules/complaints/index.ts'
import { deskJobs } from '#modules/desk/index.ts'
import { forgetImportFiles, workOnImports } from '#modules/estate/index.ts'
import { inspectionJobs } from '#modules/inspection/index.ts'
import { recomputeAllClocks, sweepAllClocks } from '#modules/matters/index.ts'
import { tellOfOldBackup } from '#modules/staff/index.ts'
import { surveyJobs } from '#modules/surveys/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { sendMessages } from '#platform/notify/send-messages.ts'

/** Every job of every room. */
export const ALL_JOBS: readonly Job[] = [
  sweepAllClocks,
  recomputeAllClocks,
  sendMessages,
  ...deskJobs,
  ...complaintJobs,
  ...inspectionJobs,
  ...surveyJobs,
  workOnImports,
  forgetImportFiles,
  tellOfOldBackup,
]
