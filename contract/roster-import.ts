import { z } from 'zod'
import { InEstate, OneInEstate, Version } from './estate.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Instant, Uuid } from './values.ts'

/** What a column of a roster may mean, in the order in which people choose it. */
export const ROSTER_FIELDS = [
  'phase',
  'building',
  'section',
  'floor',
  'room',
  'owner',
  'ownerId',
  'ownerPhone',
  'area',
  'innerArea',
  'unitType',
  'usage',
  'handoverDate',
  'plate',
  'parking',
  'tenant',
  'tenantId',
  'tenantPhone',
  'lease',
  'leaseFrom',
  'leaseTo',
  'emergencyContact',
  'emergencyPhone',
  'remarks',
  'seq',
  'reason',
] as const
export type RosterField = (typeof ROSTER_FIELDS)[number]

/**
 * A roster (业主台账) comes in three steps: uploaded and read, shown as what it would change, confirmed and applied.
 * `confirmed` waits for its turn: one import an estate at a time.
 */
export const IMPORT_STATES = [
  'uploaded',
  'reading',
  'ready',
  'confirmed',
  'applying',
  'applied',
  'failed',
  'cancelled',
] as const
const IMPORT_PHASES = ['reading', 'comparing', 'writing'] as const

/** Things counted by what the import does to them. */
export const IMPORT_THINGS = [
  'unit',
  'customer',
  'residence',
  'phone',
  'vehicle',
  'parking',
  'emergencyContact',
] as const
const Counted = z.object({ created: z.number().int(), changed: z.number().int(), unchanged: z.number().int() })
export type Counted = z.infer<typeof Counted>

export const ImportProblem = z.object({
  sheet: z.string(),
  row: z.number().int(),
  column: z.string(),
  field: z.string(),
  code: z.string(),
  value: z.string(),
  severity: z.enum(['error', 'warning']),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ImportProblem = z.infer<typeof ImportProblem>

const ImportSheet = z.object({
  sheet: z.string(),
  hidden: z.boolean(),
  /** Why the sheet is no roster; null when it was read. */
  skipped: z.string().nullable(),
  rows: z.number().int(),
  title: z.string().nullable(),
  headingRow: z.number().int().nullable(),
  columns: z.array(z.object({ column: z.number().int(), heading: z.string(), field: z.string().nullable() })),
})

export const ImportSummary = z.object({
  sheets: z.array(ImportSheet),
  /** Data rows; those with an error are among them. */
  rows: z.number().int(),
  goodRows: z.number().int(),
  problemRows: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  units: z.number().int(),
  customers: z.number().int(),
  vehicles: z.number().int(),
  things: z.record(z.enum(IMPORT_THINGS), Counted),
  /** Units whose owner differs from the one on file. */
  changedOwners: z.number().int(),
  skipped: z.array(
    z.object({ sheet: z.string(), row: z.number().int(), count: z.number().int(), why: z.string(), text: z.string() }),
  ),
})
export type ImportSummary = z.infer<typeof ImportSummary>

export const ImportBatch = z.object({
  id: Uuid,
  state: z.enum(IMPORT_STATES),
  fileName: z.string(),
  fileSize: z.number().int(),
  phase: z.enum(IMPORT_PHASES).nullable(),
  done: z.number().int(),
  total: z.number().int(),
  summary: ImportSummary.nullable(),
  /** Why it failed: a code of the errors, with details. */
  failure: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
  uploadedBy: z.string(),
  uploadedAt: Instant,
  confirmedBy: z.string().nullable(),
  endedAt: Instant.nullable(),
  version: Version,
})
export type ImportBatch = z.infer<typeof ImportBatch>

export const LINE_CHANGES = ['created', 'changed', 'changedOwner', 'unchanged', 'problem'] as const
export const ImportLine = z.object({
  seq: z.number().int(),
  sheet: z.string(),
  row: z.number().int(),
  unit: z.string().nullable(),
  change: z.enum(LINE_CHANGES),
  /** What happens to each thing of the row; personal values masked. */
  changes: z.array(
    z.object({
      thing: z.enum(IMPORT_THINGS),
      change: z.enum(['created', 'changed', 'ended']),
      name: z.string(),
      fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
  problems: z.array(ImportProblem),
  notes: z.array(z.object({ code: z.string(), column: z.string(), value: z.string() })),
})
export type ImportLine = z.infer<typeof ImportLine>

const base = '/api/v1/estates/:estateId/imports' as const

export const uploadRoster = route({
  id: 'uploadRoster',
  method: 'POST',
  path: base,
  access: 'roster.import',
  tag: 'imports',
  summary:
    'Upload an Excel or CSV roster (multipart, field `file`); it is read in the background, nothing is written yet',
  params: InEstate,
  response: ImportBatch,
  status: 202,
})

export const listImports = route({
  id: 'listImports',
  method: 'GET',
  path: base,
  access: 'roster.import',
  tag: 'imports',
  summary: 'Imports of the estate, newest first',
  params: InEstate,
  query: PageQuery,
  response: pageOf(ImportBatch),
})

export const getImport = route({
  id: 'getImport',
  method: 'GET',
  path: `${base}/:id`,
  access: 'roster.import',
  tag: 'imports',
  summary: 'State, progress and summary of one import',
  params: OneInEstate,
  response: ImportBatch,
})

export const listImportLines = route({
  id: 'listImportLines',
  method: 'GET',
  path: `${base}/:id/lines`,
  access: 'roster.import',
  tag: 'imports',
  summary: 'What each row of the file does, with its problems',
  params: OneInEstate,
  query: PageQuery.extend({ change: z.enum(LINE_CHANGES).optional(), problems: z.enum(['true']).optional() }),
  response: pageOf(ImportLine),
})

export const RemapImport = z.strictObject({
  version: Version,
  /** By name of the sheet: the heading row and, by column number from 1, the field (null leaves a column out). */
  mapping: z.record(
    z.string().max(100),
    z.strictObject({
      headingRow: z.number().int().min(1).optional(),
      columns: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(40).nullable()).optional(),
    }),
  ),
})
export const remapImport = route({
  id: 'remapImport',
  method: 'POST',
  path: `${base}/:id/mapping`,
  access: 'roster.import',
  tag: 'imports',
  summary: 'Read the file again with another meaning of its columns',
  params: OneInEstate,
  body: RemapImport,
  response: ImportBatch,
  status: 202,
})

export const confirmImport = route({
  id: 'confirmImport',
  method: 'POST',
  path: `${base}/:id/confirm`,
  access: 'roster.import',
  tag: 'imports',
  summary: 'Apply the good rows, all in one transaction; E_STATE_CHANGED while another import of the estate is applied',
  params: OneInEstate,
  body: z.strictObject({ version: Version }),
  response: ImportBatch,
  status: 202,
})

export const cancelImport = route({
  id: 'cancelImport',
  method: 'POST',
  path: `${base}/:id/cancel`,
  access: 'roster.import',
  tag: 'imports',
  summary: 'Throw the file and its preview away',
  params: OneInEstate,
  body: z.strictObject({ version: Version }),
  response: ImportBatch,
})

export const downloadProblems = route({
  id: 'downloadImportProblems',
  method: 'GET',
  path: `${base}/:id/problems`,
  access: 'roster.import',
  tag: 'imports',
  summary:
    'The rows with problems as an Excel file with a column that says what is wrong; may be corrected and uploaded again',
  params: OneInEstate,
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
