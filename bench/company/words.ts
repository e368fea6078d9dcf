import type pg from 'pg'
import { idSql } from './ids.ts'
import { YEARS } from './size.ts'

/** Which of the texts the seq-th matter of estate e has: in each estate all of them come. */
export const TEXT_OF = `(m.seq * 7919 % 10007 + m.e * 11) % (select count(*) from t_text) + 1`

/** The words of each text in each estate and in each month of complaints, as the program writes them (scoped-words.ts). */
export const prepareWords = async (client: pg.Client, estates: number): Promise<void> => {
  await client.query(`create temp table t_words as
    select s.scope, t.nth, array_to_tsvector(array(select left(md5(s.scope), 6) || word from unnest(string_to_array(t.tokens, ' ')) word)) as words
    from t_text t, (select 'estate ' || ${idSql('estate', 'e')} from generate_series(0, ${estates - 1}) e union all
      select 'month complaint ' || to_char(now() at time zone 'Asia/Shanghai' - n * interval '1 month', 'YYYY-MM') from generate_series(0, ${(YEARS + 1) * 12}) n) s(scope)`)
  await client.query('analyze t_words')
}

/** Words of the matters that were just written from the rows `m` of a table; `complaints` is a condition on them. */
export const buildWords = (client: pg.Client, table: string, id: string, complaints: string): Promise<unknown> =>
  client.query(`insert into matter_words (estate_id, matter_id, words)
    select ${idSql('estate', 'm.e')}, ${id}, e.words || coalesce(c.words, '')
    from ${table} m join t_words e on e.scope = 'estate ' || ${idSql('estate', 'm.e')} and e.nth = ${TEXT_OF}
      left join t_words c on ${complaints} and c.scope = 'month complaint ' || to_char(m.at at time zone 'Asia/Shanghai', 'YYYY-MM') and c.nth = ${TEXT_OF}`)
