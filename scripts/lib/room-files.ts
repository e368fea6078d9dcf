/** The files of an empty room, by path: in the room's folder, or under `contract/` from the project's root. */
export function roomFiles(name: string): Record<string, string> {
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const pascal = camel.slice(0, 1).toUpperCase() + camel.slice(1)
  return {
    [`contract/kinds/${name}.ts`]: drawing(name, camel),
    'README.md': readme(name),
    'index.ts': `import './events.ts'\n\nexport { jobs } from './jobs.ts'\nexport { declare${pascal}Kind } from './kinds.ts'\nexport { routes } from './routes.ts'\n`,
    'kinds.ts': kinds(name, camel, pascal),
    [`${name}.moves.ts`]: moves(name, camel),
    [`${name}.rules.ts`]: rules(),
    [`${name}.policy.ts`]: policy(pascal),
    [`${name}.store.ts`]: store(camel, pascal),
    [`${name}.present.ts`]: present(name, pascal),
    'routes.ts': `import type { Served } from '#platform/http/serve.ts'\n\n/** Beside the verbs of the drawing, which are served by the spine. */\nexport const routes: readonly Served[] = []\n`,
    'jobs.ts': `import type { Job } from '#platform/jobs/jobs.ts'\n\nexport const jobs: readonly Job[] = []\n`,
    'events.ts': events(camel, pascal),
  }
}

const drawing = (name: string, camel: string) => `import { defineKind } from '../kind.ts'
import { closeNeeds, recordVerbs } from './common-verbs.ts'

export const ${camel} = defineKind({
  name: '${camel}',
  plural: '${name}',
  states: ['OPEN', 'CLOSED'],
  initial: 'OPEN',
  final: ['CLOSED'],
  verbs: {
    ...recordVerbs,
    close: { from: ['OPEN'], to: 'CLOSED', by: 'matter.close', needs: closeNeeds, tone: 'main' },
  },
})
`

const readme = (name: string) => `# ${name}

What the room does, in two sentences.

- Rules it carries: (ids of the specification)
- Kinds of matter: (drawn in \`contract/kinds/\`)
- Tables it owns: (none of another room)
- Events it tells: (see \`events.ts\`)
- Events it listens to: (from rooms that stand before it)
- Clocks: (name, rule, span)
`

const kinds = (name: string, camel: string, pascal: string) => `import { ${camel} } from '#contract/kinds/${name}.ts'
import { declareMatterKind } from '#modules/matters/index.ts'
import { ${camel}Moves } from './${name}.moves.ts'

/** Declares the kind with its clocks; once at start. */
export const declare${pascal}Kind = (): void => declareMatterKind(${camel}, ${camel}Moves, {})
`

const moves = (name: string, camel: string) => `import type { ${camel} } from '#contract/kinds/${name}.ts'
import { type MatterMoves, recordMoves } from '#modules/matters/index.ts'
import { resultGiven } from './${name}.rules.ts'

export const ${camel}Moves: MatterMoves<typeof ${camel}> = {
  ...recordMoves,
  close: {
    guards: [({ input }) => resultGiven(input)],
    set: ({ input }) => ({ result: input.result }),
    say: ({ input }) => input.result,
  },
}
`

const rules = () => `import { type Refusal, refuse } from '#contract/refusal.ts'

/** FD-414: nothing is closed without a result. */
export const resultGiven = (input: { result: string }): Refusal | undefined =>
  input.result.trim() === '' ? refuse('E_FEEDBACK_MISSING', { field: 'body.result' }) : undefined
`

const policy = (pascal: string) => `import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'

/** Who may look into this room. */
export const mayRead${pascal} = (actor: Actor, estateId: Uuid): boolean => may(actor, 'matter.read', estateId)
`

const store = (camel: string, pascal: string) => `import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type ${pascal}Row = { id: Uuid; number: string; state: string; title: string }

export const find${pascal} = (tx: Tx, estateId: Uuid, id: Uuid): Promise<${pascal}Row | undefined> =>
  tx.db
    .selectFrom('matter')
    .select(['id', 'number', 'state', 'title'])
    .where('estate_id', '=', estateId)
    .where('kind', '=', '${camel}')
    .where('id', '=', id)
    .executeTakeFirst()
`

const present = (name: string, pascal: string) => `import type { ${pascal}Row } from './${name}.store.ts'

/** A row as clients see it; never the row itself. */
export const present${pascal} = (row: ${pascal}Row) => ({
  id: row.id,
  number: row.number,
  state: row.state,
  title: row.title,
})
`

const events = (camel: string, pascal: string) => `import type { Uuid } from '#contract/values.ts'

declare module '#platform/events/events.ts' {
  interface Events {
    /** Told when one of ${pascal} is settled; name here what others must hear of. */
    '${camel}.settled': { estateId: Uuid; id: Uuid }
  }
}
`
