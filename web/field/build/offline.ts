import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** The worker's own name for the list; stands in `worker.ts`. */
const PLACE = '__FILES__'

/**
 * Writes into the service worker which files make up the app, so that the first visit fetches all of them and every
 * later start needs no network. Another file or another content makes another worker, which is how an update is seen.
 */
export const offline = (): Plugin => {
  let publicDir = ''
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      publicDir = config.publicDir
    },
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        const worker = bundle['worker.js']
        if (worker?.type !== 'chunk') throw new Error('the build made no worker.js')
        if (worker.imports.length > 0) throw new Error('the worker must stand alone: it would not start offline')
        const built = Object.values(bundle)
          .filter((part) => part !== worker && !part.fileName.endsWith('.map'))
          .map((part) => ({ name: part.fileName, content: part.type === 'chunk' ? part.code : part.source }))
        const given = readdirSync(publicDir).map((name) => ({ name, content: readFileSync(join(publicDir, name)) }))
        const hash = createHash('sha256')
        const files = [...built, ...given].sort((a, b) => (a.name < b.name ? -1 : 1))
        for (const { name, content } of files) hash.update(`${name}\0`).update(content)
        const list = { version: hash.digest('hex').slice(0, 12), files: files.map(({ name }) => name) }
        const code = worker.code.replace(PLACE, () => JSON.stringify(list))
        if (code === worker.code) throw new Error('the worker does not ask for the list of files')
        worker.code = code
      },
    },
  }
}
