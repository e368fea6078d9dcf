// npm run new-module NAME: lays out an empty room in server/modules/NAME with everything in its usual place.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readModuleOrder } from './lib/module-order.ts'
import { roomFiles } from './lib/room-files.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const [name] = positionals

const refuse = (message: string): never => {
  console.error(message)
  process.exit(1)
}

if (positionals.length !== 1 || name === undefined || !/^[a-z]+(-[a-z]+)*$/.test(name))
  refuse('Usage: npm run new-module NAME (small letters, parts joined by a hyphen)')
else {
  const folder = join('server', 'modules', name)
  if (existsSync(folder)) refuse(`${folder} is there already.`)
  if (!readModuleOrder('.').includes(name))
    refuse(
      `Say first in server/modules.ts at which place of MODULES ${name} stands: it may call only what stands before it.`,
    )
  mkdirSync(folder, { recursive: true })
  for (const [file, content] of Object.entries(roomFiles(name))) {
    const path = file.startsWith('contract/') ? file : join(folder, file)
    if (existsSync(path)) console.log(`left as it is: ${path}`)
    else {
      writeFileSync(path, content)
      console.log(path)
    }
  }
  console.log(
    [
      '',
      'Then connect the room:',
      '  contract/kinds/kinds.ts   its drawing in KINDS',
      '  server/modules.ts         its declaration in declareRooms, its routes in ROOM_ROUTES',
      '  server/jobs.ts            its jobs in ALL_JOBS',
      `Files that ${name} does not need are deleted, not kept empty.`,
    ].join('\n'),
  )
}
