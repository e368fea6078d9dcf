import type { Uuid } from '#contract/values.ts'
import type { TestHouse } from './house.ts'

/** Who printed papers of this subject and what was asked for, as the record tells it, in the order of printing. */
export const papersPrinted = (t: TestHouse, subject: string): Promise<{ actor_id: Uuid | null; after: unknown }[]> =>
  t.tx(({ db }) =>
    db
      .selectFrom('audit')
      .select(['actor_id', 'after'])
      .where('action', '=', `export.${subject}`)
      .where('estate_id', '=', t.a.id)
      .orderBy('id')
      .execute(),
  )
