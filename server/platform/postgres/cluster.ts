import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, lchown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, cleanEnvironment, commandFor } from './account.ts'
import { asArguments, initialSettings } from './settings.ts'

export const SUPERUSER = 'wuyou'

/** Character classes of the system's C library; the first one that the machine knows is taken. */
const CTYPES = ['C.UTF-8', 'en_US.UTF-8', 'C']

export type Cluster = { folder: string; password: string }

/**
 * The cluster in `dataDir`, made when absent. A cluster appears under its name only when complete, so an interrupted
 * first start is simply begun again.
 */
export async function ensureCluster(
  dataDir: string,
  account: Account,
  options: { major: string; sync: boolean; log: (line: string) => void },
): Promise<Cluster> {
  const { major, sync, log } = options
  const folder = join(dataDir, 'cluster')
  const found = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(notFound)
  if (found === undefined) {
    log(`Making a new database cluster in ${folder}`)
    await createCluster(dataDir, account, sync)
  } else if (found.trim() !== major) {
    throw new Error(
      `${folder} was made by PostgreSQL ${found.trim()}, but PostgreSQL ${major} is installed. ` +
        'Make a backup with the version that made it, move the folder away, and restore.',
    )
  }
  await giveTo(account, folder)
  const password = await readFile(join(dataDir, 'password'), 'utf8').catch(notFound)
  if (password === undefined)
    throw new Error(`${join(dataDir, 'password')} is missing: put the file back beside the cluster.`)
  return { folder, password: password.trim() }
}

async function createCluster(dataDir: string, account: Account, sync: boolean): Promise<void> {
  const password = randomBytes(24).toString('hex')
  const unfinished = join(dataDir, 'cluster.new')
  const passwordFile = join(dataDir, 'password.new')
  await rm(passwordFile, { force: true })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account.kind === 'user') await chown(passwordFile, account.uid, account.gid)

  const failures: string[] = []
  for (const ctype of CTYPES) {
    await rm(unfinished, { recursive: true, force: true, maxRetries: 5 })
    await mkdir(unfinished, { mode: 0o700 })
    await giveTo(account, unfinished)
    const failure = await initdb(account, unfinished, passwordFile, [
      `--lc-ctype=${ctype}`,
      ...(sync ? [] : ['--no-sync']),
    ])
    if (failure === undefined) {
      if (account.kind === 'user') await chown(passwordFile, 0, 0)
      await rename(passwordFile, join(dataDir, 'password'))
      await rename(unfinished, join(dataDir, 'cluster'))
      return
    }
    failures.push(failure)
    if (!failure.includes('locale')) break
  }
  throw new Error(`PostgreSQL's initdb failed in ${dataDir}:\n${failures.join('\n')}`)
}

// Sorting and case come from PostgreSQL itself, the same on every machine; only the character classes (which
// pg_trgm needs for Chinese) come from the system. Returns what initdb said when it failed.
async function initdb(
  account: Account,
  folder: string,
  passwordFile: string,
  more: string[],
): Promise<string | undefined> {
  const args = ['-U', SUPERUSER, '-A', 'scram-sha-256', '-E', 'UTF8', '--data-checksums', '--no-instructions']
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...more)
  args.push(`--pwfile=${process.platform === 'linux' ? '/proc/self/fd/3' : '/dev/fd/3'}`)
  args.push(...asArguments(await initialSettings()))
  const command = commandFor(account, 'initdb', args, folder)
  const opened = await open(passwordFile, 'r')
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(command.file, command.args, {
        cwd: command.cwd,
        env: cleanEnvironment(),
        stdio: ['ignore', 'ignore', 'pipe', opened.fd],
        ...(command.uid === undefined ? {} : { uid: command.uid, gid: command.gid }),
      })
      let said = ''
      child.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
      child.once('error', reject)
      child.once('close', (code) => resolve(code === 0 ? undefined : said || `exit code ${code}`))
    })
  } finally {
    await opened.close()
  }
}

// PostgreSQL insists on owning its folder; the account may have changed since the last start.
async function giveTo(account: Account, folder: string): Promise<void> {
  if (account.kind === 'plain') return
  const [uid, gid] = account.kind === 'user' ? [account.uid, account.gid] : [0, 0]
  if ((await stat(folder)).uid === uid) return
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), uid, gid)
  await chown(folder, uid, gid)
}

function notFound(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
