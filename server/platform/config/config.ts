import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1', 'true', 'false', 'yes', 'no']).transform((v) => v === '1' || v === 'true' || v === 'yes')

/** Everything that an operator may set; listed for people in docs/operate.md. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must look like postgres://user:password@host:5432/database')
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  ONLY: z.enum(['http', 'jobs']).optional(),
  /** The address people type; sign-in cookies and links use it. */
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: flag.default(false),
  DEMO: flag.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** 32 bytes in base64; made and kept in DATA_DIR/keys.json when absent. */
  AUTH_SECRET: z.string().min(32).optional(),
  DATA_KEY: z.string().min(43).optional(),
  SECOND_FACTOR: z.enum(['required', 'off']).default('required'),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(10).max(1_000_000).default(1200),
  UPLOAD_MAX_MB: z.coerce.number().int().min(1).max(500).default(20),
  FILES_S3: z.string().optional(),
  NOTIFY_SMS: z.url().optional(),
})

export type Config = z.infer<typeof Environment> & { dataDir: string }

/** Reads and checks the environment. Throws one readable message that names every wrong variable. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (i) => `  ${i.path.join('.')}: ${i.message} (is ${JSON.stringify(given[String(i.path[0])])})`,
    )
    throw new ConfigError(`These settings cannot be used:\n${lines.join('\n')}\nSee docs/operate.md.`)
  }
  return { ...parsed.data, dataDir: resolve(parsed.data.DATA_DIR) }
}

export class ConfigError extends Error {}
