import { statfs } from 'node:fs/promises'

const DOCKER_DEFAULT_SHM_BYTES = 64 * 1024 * 1024

/**
 * Settings written into a new cluster's postgresql.conf, for a machine of 2 to 8 cores. The operator may change them
 * there or with ALTER SYSTEM.
 */
export async function initialSettings(): Promise<Record<string, string>> {
  return {
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    max_connections: '100',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    wal_level: 'replica',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    dynamic_shared_memory_type: await sharedMemoryType(),
  }
}

// Containers often get a /dev/shm too small for parallel queries.
async function sharedMemoryType(): Promise<string> {
  if (process.platform !== 'linux') return 'posix'
  const shm = await statfs('/dev/shm').catch(() => undefined)
  return shm !== undefined && shm.blocks * shm.bsize > DOCKER_DEFAULT_SHM_BYTES ? 'posix' : 'sysv'
}

/** Settings that the product decides at every start, whatever postgresql.conf says. */
export function startSettings(port: number, durable: boolean): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
}

export function asArguments(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
