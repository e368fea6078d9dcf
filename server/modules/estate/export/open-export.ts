import { estateExportTexts } from '#content/texts/estate.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { maskPhone, maskPlate } from '#platform/privacy/mask.ts'

export type Lang = 'zh' | 'en'
type Heading = keyof typeof estateExportTexts extends `export.${infer Name}` ? Name : never

export type OpenedExport = {
  /** Unmasked, because the caller may export and has said why. */
  plain: boolean
  word(key: Heading): string
  phone(number: string): string
  plate(plate: string): string
  yes(value: boolean): string
  /** One page read in a transaction of its own, so that a slow reader holds nothing. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/**
 * FD-015: every export is logged with who, what and why. Values stand unmasked only for people with customer.export who
 * say what the file is for.
 */
export const openExport = async (
  house: House,
  actor: Actor,
  estateId: Uuid,
  asked: { what: 'customers' | 'units'; lang: Lang; purpose: string | undefined; filter: Record<string, unknown> },
): Promise<OpenedExport> => {
  const plain = asked.purpose !== undefined && may(actor, 'customer.export', estateId)
  await inTransaction(house.database, { scope: [estateId] }, async (tx) => {
    await audit(tx, actor, {
      estateId,
      action: `${asked.what}.exported`,
      subjectKind: 'export',
      ...(asked.purpose !== undefined && { purpose: asked.purpose }),
      after: { filter: asked.filter, masked: !plain },
    })
  })
  const word = (key: Heading) => estateExportTexts[`export.${key}`][asked.lang]
  return {
    plain,
    word,
    phone: (number) => (plain ? number : (maskPhone(number) ?? '')),
    plate: (plate) => (plain ? plate : (maskPlate(plate) ?? '')),
    yes: (value) => word(value ? 'yes' : 'no'),
    read: async (work) => {
      // nothing in a list of rows is refused once the first page was there
      let rows: Awaited<ReturnType<typeof work>> | undefined
      await inTransaction(house.database, { scope: [estateId], readOnly: true }, async (tx) => {
        rows = await work(tx)
      })
      if (rows === undefined) throw new Error('a page of an export could not be read')
      return rows
    },
  }
}
