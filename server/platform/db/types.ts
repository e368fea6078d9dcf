import pg from 'pg'

const { builtins } = pg.types

/** '2026-11-20 08:40:00.5+00' -> '2026-11-20T08:40:00.500Z'; every column of time is timestamptz(3) and sessions are UTC. */
const instantFromText = (text: string): string => {
  const body = text.slice(0, 10)
  const time = text.slice(11).replace(/\+00(:00)?$/, '')
  const [clock = '', fraction = ''] = time.split('.')
  return `${body}T${clock}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}

const parsers: Partial<Record<number, (text: string) => unknown>> = {
  [builtins.TIMESTAMPTZ]: instantFromText,
  [builtins.DATE]: (text) => text,
  [builtins.INT8]: (text) => {
    const n = Number(text)
    if (!Number.isSafeInteger(n)) throw new Error(`bigint ${text} is beyond what a number holds`)
    return n
  },
  [builtins.NUMERIC]: Number,
}

/** Instants and dates stay text, bigint becomes a checked number. */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : (parsers[oid] ?? pg.types.getTypeParser(oid, 'text')),
} as pg.CustomTypesConfig
