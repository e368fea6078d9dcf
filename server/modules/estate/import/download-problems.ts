import { PassThrough } from 'node:stream'
import { isRefusal, refuse } from '#contract/refusal.ts'
import type { downloadProblems as route } from '#contract/roster-import.ts'
import { audit } from '#platform/audit/audit.ts'
import { inTransaction } from '#platform/db/tx.ts'
import type { RawCall } from '#platform/http/serve.ts'
import { cipherOf } from '#platform/privacy/cipher.ts'
import { writeProblemWorkbook } from '../roster/problem-workbook.ts'
import { readSheets } from '../roster/read-sheets.ts'
import { readBatch, readSealed } from './batch.store.ts'
import { openFile, openRoster } from './sealed-files.ts'

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const NAMES = { zh: '问题行', en: 'problems' } as const

/** The problem rows as they came, with a column that says why. E_NOT_FOUND when there are none or the file is gone. Logged (FD-015). */
export const downloadProblems = async ({
  params: { estateId, id },
  query,
  actor,
  house,
  reply,
}: RawCall<typeof route>): Promise<unknown> => {
  const found = await inTransaction(house.database, { scope: [estateId] }, async (tx) => {
    const batch = await readBatch(tx, estateId, id)
    const sealed = await readSealed(tx, estateId, id)
    if (!batch || !sealed?.file_cipher || !sealed.roster_cipher) return refuse('E_NOT_FOUND')
    await audit(tx, actor, {
      estateId,
      action: 'import.problems_downloaded',
      subjectKind: 'import',
      subjectId: id,
      after: { file: batch.file_name },
    })
    return { name: batch.file_name, file: sealed.file_cipher, roster: sealed.roster_cipher }
  })
  if (isRefusal(found)) return found
  const cipher = cipherOf(house.keys)
  const roster = await openRoster(cipher, id, found.roster)
  if (roster.problems.length === 0) return refuse('E_NOT_FOUND')
  const sources = await readSheets(openFile(cipher, id, found.file), { fileName: found.name })
  if (isRefusal(sources)) return sources
  const out = new PassThrough()
  writeProblemWorkbook(out, sources, roster, query.lang).catch((error: unknown) => {
    house.log.error({ err: error }, 'problem workbook')
    out.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  const name = `${found.name.replace(/\.[a-z0-9]{1,5}$/i, '')}-${NAMES[query.lang]}.xlsx`
  return reply
    .type(MIME)
    .header('content-disposition', `attachment; filename="problems.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(out)
}
