import { resources } from '#content/texts/index.ts'
import { type KindShape, startsOf } from '#contract/kind.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { order } from '#contract/kinds/order.ts'
import { surveyPage } from './survey-page.ts'

const zh = resources('zh')
const en = resources('en')

const page = (kind: KindShape): string => {
  const label = (key: string) => zh[key] ?? key
  const word = (state: string) => `${state}: ${label(`state.${kind.name}.${state}`)} ${state}`
  const arrows = Object.entries(kind.verbs).flatMap(([verb, v]) =>
    v.to === 'same' || v.from === 'open'
      ? []
      : startsOf(kind, v).map((from) => `  ${from} --> ${v.to}: ${label(`verb.${verb}`)}`),
  )
  const rows = Object.entries(kind.verbs).map(
    ([verb, v]) =>
      `| ${verb} | ${label(`verb.${verb}`)} / ${en[`verb.${verb}`] ?? verb} | ${v.from === 'open' ? 'any open' : v.from.join(', ')} | ${v.to === 'same' ? '(same)' : v.to} | ${v.system ? 'the program' : v.by} | ${Object.keys(v.needs.shape).join(', ') || '–'} | ${(v.rules ?? []).join(', ')} |`,
  )
  return [
    `# ${label(`kind.${kind.name}`)} ${kind.name}`,
    '',
    'Drawn from the moves table; `npm run docs` writes this page anew.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...kind.states.map((s) => `  ${word(s)}`),
    `  [*] --> ${kind.initial}`,
    ...arrows,
    ...kind.final.map((s) => `  ${s} --> [*]`),
    '```',
    '',
    '| verb | words | from | to | by | needs | rules |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** Every kind of matter by file name, its moves drawn from the table that the server runs on. */
export const kindPages = (): ReadonlyMap<string, string> =>
  new Map([...Object.values(KINDS), order].map((kind) => [`${kind.name}.md`, page(kind)]))

/** The pages of docs/domain by file name. */
export const domainPages = (): ReadonlyMap<string, string> => new Map([...kindPages(), ['survey.md', surveyPage()]])
