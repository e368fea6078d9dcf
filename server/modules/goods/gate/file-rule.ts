import { may } from '#platform/auth/actor.ts'
import { declareFileRule } from '#platform/files/visibility.ts'
import { isFileOfCheck } from './check.store.ts'

/** Who reads the register may see the photos of its checks. */
export const declareGoodsFiles = (): void =>
  declareFileRule(
    async (tx, actor, file) =>
      may(actor, 'gate.read', file.estate_id) && (await isFileOfCheck(tx, file.estate_id, file.id)),
  )
