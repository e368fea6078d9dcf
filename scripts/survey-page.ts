import { resources } from '#content/texts/index.ts'
import { SETTINGS } from '#contract/settings.ts'
import { ASKS_OF, KANO_ANSWERS, SURVEY_KINDS, TENURES } from '#contract/survey-questions.ts'
import { KANO_CODES } from '#contract/survey-results.ts'
import { INVITATION_STATES } from '#contract/survey-run.ts'
import { TEMPLATE_MOVES, TEMPLATE_STATES } from '#contract/survey-templates.ts'
import { SURVEY_MOVES, SURVEY_STATES } from '#contract/surveys.ts'
import { classify } from '#modules/surveys/index.ts'

const zh = resources('zh')
const en = resources('en')
const both = (key: string) => `${zh[key] ?? key} / ${en[key] ?? key}`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
const diagram = (lines: readonly string[]): string[] => [
  '```mermaid',
  'stateDiagram-v2',
  ...lines.map((line) => `  ${line}`),
  '```',
]
const moves = Object.entries(SURVEY_MOVES)
const templateMoves = Object.entries(TEMPLATE_MOVES)

/** From like to dislike, as the evaluation table stands in the specification. */
const ANSWERS = KANO_ANSWERS.toReversed()

/** Surveys as they run: their states and moves, what each kind asks, how a pair is read, and what can be set. */
export const surveyPage = (): string =>
  [
    `# ${zh['nav.surveys']} survey`,
    '',
    'Drawn from the tables the server runs on; `npm run docs` writes this page anew. How the room works and what it keeps:',
    '[server/modules/surveys](../../server/modules/surveys/README.md).',
    '',
    '## A survey',
    '',
    ...diagram([
      ...SURVEY_STATES.map((state) => `${state}: ${zh[`surveyState.${state}`]} ${state}`),
      '[*] --> draft',
      ...moves.flatMap(([move, { from, to }]) =>
        from.flatMap((state) =>
          state === to || move === 'revise' ? [] : [`${state} --> ${to}: ${zh[`survey.${move}`]}`],
        ),
      ),
      'closed --> [*]',
    ]),
    '',
    'An opened survey never changes: `revise` begins its next revision as a draft and leaves it as it is. It closes by itself',
    '`survey.paperDays` after its last day: its links are over, but sheets that were handed in are typed in until then.',
    '',
    ...table(
      ['verb', 'words', 'from', 'to', 'by'],
      moves.map(([move, { from, to, by }]) => [
        move,
        both(`survey.${move}`),
        from.join(', '),
        move === 'revise' ? 'a new draft' : from.some((state) => state === to) ? '(same)' : to,
        by,
      ]),
    ),
    '',
    '## A questionnaire of the company',
    '',
    ...diagram([
      ...TEMPLATE_STATES.map((state) => `${state}: ${zh[`surveyTemplateState.${state}`]} ${state}`),
      '[*] --> draft',
      ...templateMoves.flatMap(([move, { from, to }]) =>
        from.flatMap((state) =>
          state === to || move === 'revise' ? [] : [`${state} --> ${to}: ${zh[`surveyTemplate.${move}`]}`],
        ),
      ),
      'retired --> [*]',
    ]),
    '',
    'A published one never changes; rolled out, it is a draft in each estate, once for each revision. Whole: only a role that',
    'spans the company may do it.',
    '',
    ...table(
      ['verb', 'words', 'from', 'to', 'by', 'whole'],
      templateMoves.map(([move, { from, to, by, whole }]) => [
        move,
        both(`surveyTemplate.${move}`),
        from.join(', '),
        move === 'revise' ? 'a new draft' : from.some((state) => state === to) ? '(same)' : to,
        by,
        whole ? 'yes' : 'no',
      ]),
    ),
    '',
    '## An invitation',
    '',
    ...diagram([
      ...INVITATION_STATES.map((state) => `${state}: ${zh[`surveyInvitation.${state}`]} ${state}`),
      '[*] --> waiting',
      'waiting --> used: one answer, by link, by paper or by Excel',
      'waiting --> expired: its last day is over',
      'expired --> used: a sheet of paper, while the survey is open',
      'used --> [*]',
    ]),
    '',
    `Asked are ${TENURES.map((tenure) => both(`surveyTenure.${tenure}`)).join(', ')}, each person once.`,
    '',
    '## Kinds and what they may ask',
    '',
    ...table(
      ['kind', 'words', 'asks'],
      SURVEY_KINDS.map((kind) => [
        kind,
        both(`surveyKind.${kind}`),
        ASKS_OF[kind].all.map((ask) => zh[`survey.ask.${ask}`]).join('、'),
      ]),
    ),
    '',
    '## How a pair is read (quality-model.md section 5)',
    '',
    'Row: with it. Column: without it.',
    '',
    ...table(
      ['', ...ANSWERS.map((answer) => zh[`kanoAnswer.${answer}`] ?? answer)],
      ANSWERS.map((withIt, i) => [
        both(`kanoAnswer.${withIt}`),
        ...ANSWERS.map((_without, j) => classify(5 - i, 5 - j)),
      ]),
    ),
    '',
    `${KANO_CODES.map((code) => `${code} ${both(`surveyClass.${code}`)}`).join('; ')}.`,
    '',
    '## Settings',
    '',
    ...table(
      ['setting', 'words', 'default', 'rule'],
      Object.entries(SETTINGS).flatMap(([key, { group, default: fallback, rule }]) =>
        group === 'surveys' ? [[key, both(`setting.${key}`), String(fallback), rule]] : [],
      ),
    ),
    '',
  ].join('\n')
