import { pino } from 'pino'

/** Structured lines on standard error: standard output stays free for commands that answer in JSON. Secrets and bodies are never logged. */
export const makeLog = (level: string) =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['req.headers.cookie', 'req.headers.authorization', 'password', 'code'],
    },
    pino.destination({ dest: 2, sync: false }),
  )
export type Log = ReturnType<typeof makeLog>
