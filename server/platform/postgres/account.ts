import { execFile } from 'node:child_process'
import { chmod, cp, mkdtemp, readFile, rename, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { PostgresTree } from './binaries.ts'

/**
 * How PostgreSQL's programs are run, since they refuse root.
 * `plain`: as the user who started us. `namespace`: still the same user for the file system, but in a user namespace
 * without a map, where root is nobody. `user`: as an unprivileged user (what is left in most containers).
 */
export type Account =
  | { kind: 'plain'; bin: string }
  | { kind: 'namespace'; bin: string }
  | { kind: 'user'; bin: string; uid: number; gid: number }

export type Command = { file: string; args: string[]; cwd: string; uid?: number; gid?: number }

const run = promisify(execFile)
const NOBODY = 65534

/** Chooses the account for a data folder, which must exist. Throws when root has no way to run PostgreSQL. */
export async function chooseAccount(
  tree: PostgresTree,
  dataDir: string,
  prefer: 'any' | 'user' = 'any',
): Promise<Account> {
  const bin = join(tree.root, 'bin')
  if (process.getuid?.() !== 0) return { kind: 'plain', bin }
  const namespace: Account = { kind: 'namespace', bin }
  if (prefer === 'any' && (await works(namespace, dataDir))) return namespace
  const user = { kind: 'user', bin, ...(await unprivilegedUser()) } as const
  if (await works(user, '/')) return user
  const copied = { ...user, bin: join(await copyTree(tree), 'bin') }
  if (await works(copied, '/')) return copied
  throw new Error(
    'PostgreSQL does not run as root, and neither a user namespace nor an unprivileged user is available here. ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  )
}

/** The command that runs one of PostgreSQL's programs; `cwd` is its data folder. */
export function commandFor(account: Account, program: 'initdb' | 'postgres', args: string[], cwd: string): Command {
  const file = join(account.bin, program)
  const withData = ['-D', dataPath(account, cwd), ...args]
  if (account.kind === 'plain') return { file, args: withData, cwd }
  if (account.kind === 'namespace') return { file: 'unshare', args: ['--user', '--', file, ...withData], cwd }
  return { file, args: withData, cwd, uid: account.uid, gid: account.gid }
}

// The other user may have no way through a private parent folder; its working directory needs none.
function dataPath(account: Account, cwd: string): string {
  return account.kind === 'user' && process.platform === 'linux' ? '/proc/self/cwd' : cwd
}

/** The environment of PostgreSQL's programs: nothing of libpq's own variables may leak in. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_|VITEST)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

async function works(account: Account, folder: string): Promise<boolean> {
  const probe = '"$0" --version && cd "$1" && { [ "$1" = / ] || [ -w . ]; }'
  const args = ['-c', probe, join(account.bin, 'postgres'), folder]
  const options = account.kind === 'user' ? { cwd: '/', uid: account.uid, gid: account.gid } : { cwd: '/' }
  const attempt =
    account.kind === 'namespace' ? run('unshare', ['--user', '--', 'sh', ...args], options) : run('sh', args, options)
  return attempt.then(
    () => true,
    () => false,
  )
}

// initdb looks its user up by name, so the user must be listed.
async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const users = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
  const chosen = users.find(({ name }) => name === 'nobody') ?? users[0] ?? { uid: NOBODY, gid: NOBODY }
  return { uid: chosen.uid, gid: chosen.gid }
}

/** Copies the programs to where any user can read them; a copy that root made before is used again. */
async function copyTree(tree: PostgresTree): Promise<string> {
  const target = join(tmpdir(), `wuyou-postgres-${tree.version}`)
  if (await isTrusted(target)) return target
  const fresh = await mkdtemp(`${target}-`)
  await cp(tree.root, fresh, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !basename(path).endsWith('.a'),
  })
  await chmod(fresh, 0o755)
  await rename(fresh, target).catch(() => undefined)
  return (await isTrusted(target)) ? target : fresh
}

// Anybody can make a folder of this name in a shared temporary folder: only root's own, closed to others, is run.
async function isTrusted(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined)
  return found !== undefined && found.uid === 0 && (found.mode & 0o022) === 0
}
