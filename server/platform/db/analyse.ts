import pg from 'pg'

/**
 * Statistics for the planner, now: tables just filled in one go would otherwise be searched from end to end until
 * autovacuum comes by. Of these tables, or of all. Needs the owner of the tables, so it goes over a connection of its own. Errors are thrown.
 */
export const analyse = async ({ url }: { url: string }, tables: readonly string[] = []): Promise<void> => {
  const owner = new pg.Client({ connectionString: url, application_name: 'wuyou analyse' })
  await owner.connect()
  await owner.query(`analyze ${tables.join(', ')}`).finally(() => owner.end())
}
