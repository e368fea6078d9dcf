// The import rules of the house. Each one carries its reason; `test/import-rules.test.ts` proves that each can fail.
import { readModuleOrder } from './scripts/lib/module-order.ts'

/** Modules in calling order: a module may call only what stands before it. */
const order = readModuleOrder(import.meta.dirname)

const TEST = '\\.test\\.tsx?$'
const PRODUCTION = '^(contract|content|server)/'
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`

/** Files of the platform that rules may call: they are held to the same law as the rules. */
const PURE = [
  '^server/platform/auth/actor\\.ts$',
  '^server/platform/moves/machine\\.ts$',
  '^server/platform/privacy/mask\\.ts$',
]
const WITHOUT_IO = ['^contract/', '^content/', '\\.(rules|moves)\\.ts$', ...PURE, npm('zod', 'temporal-polyfill')]

/** One rule a module: everything that stands after it in the order is out of its reach. */
const upward = order.slice(0, -1).map((module, place) => ({
  name: `module-order-${module}`,
  comment: `Calls go down the list of server/modules.ts, news travels up as events; a call from ${module} to a later module would close a circle sooner or later.`,
  severity: 'error',
  from: { path: `^server/modules/${module}/`, pathNot: TEST },
  to: { path: `^server/modules/(${order.slice(place + 1).join('|')})/` },
}))

export default {
  forbidden: [
    {
      name: 'contract-imports-zod-only',
      comment: 'Server, browsers, OpenAPI and tests all load the contract; whatever it imports travels to a phone.',
      severity: 'error',
      from: { path: '^contract/', pathNot: ['^contract/rules/', TEST] },
      to: { pathNot: ['^contract/', npm('zod')] },
    },
    {
      name: 'contract-rules-import-zod-and-temporal-only',
      comment: 'Rules that clients and server share need dates besides zod, and nothing else.',
      severity: 'error',
      from: { path: '^contract/rules/', pathNot: TEST },
      to: { pathNot: ['^contract/', npm('zod', 'temporal-polyfill')] },
    },
    {
      name: 'content-imports-contract-only',
      comment: 'Content is data that people of the trade correct; it runs nothing and reads nothing.',
      severity: 'error',
      from: { path: '^content/', pathNot: TEST },
      to: { pathNot: ['^content/', '^contract/'] },
    },
    {
      name: 'content-takes-types-only',
      comment: 'A value taken from the contract would make content depend on the order in which files load.',
      severity: 'error',
      from: { path: '^content/', pathNot: TEST },
      to: { path: '^contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-do-no-io',
      comment:
        'A rule is data and `now` in, decision out: it can be proven without a database and repeated years later. Types of anything may be named; they are erased.',
      severity: 'error',
      from: { path: ['\\.rules\\.tsx?$', ...PURE] },
      to: { pathNot: WITHOUT_IO, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'moves-do-no-io',
      comment:
        'The table of verbs is data and pure guards. What a neighbour offers to be put into it comes through the door of the neighbour.',
      severity: 'error',
      from: { path: '\\.moves\\.ts$' },
      to: { pathNot: [...WITHOUT_IO, '^server/modules/[^/]+/index\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'stores-import-no-rules',
      comment:
        'A store is SQL that can be read; a decision hidden in it would be found by nobody. (The platform’s reckoning with instants decides nothing.)',
      severity: 'error',
      from: { path: '\\.store\\.ts$' },
      to: { path: ['^server/modules/.*\\.rules\\.ts$', '^contract/rules/'] },
    },
    {
      name: 'sql-lives-in-stores',
      comment: 'Who looks for a statement looks in the store (or in the policy, for the read scope), nowhere else.',
      severity: 'error',
      from: { path: '^server/modules/', pathNot: ['\\.(store|policy)\\.ts$', TEST] },
      to: { path: npm('kysely', 'pg', 'pg-copy-streams'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-imports-no-module',
      comment: 'Below this line there is no business word; platform is told what to do by whoever stands above it.',
      severity: 'error',
      from: { path: '^server/platform/' },
      to: { path: '^server/(modules/|modules\\.ts$|main\\.ts$)' },
    },
    {
      name: 'module-has-one-door',
      comment: 'What a module promises stands in its index.ts; behind that door it may be rebuilt without asking.',
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/' },
      to: { path: '^server/modules/', pathNot: ['^server/modules/[^/]+/index\\.ts$', '^server/modules/$1/'] },
    },
    {
      name: 'module-has-one-door-outside',
      comment: 'The same door for main.ts, scripts, tests and benchmarks.',
      severity: 'error',
      from: { pathNot: '^server/modules/' },
      to: { path: '^server/modules/', pathNot: '^server/modules/[^/]+/index\\.ts$' },
    },
    ...upward,
    {
      name: 'web-never-imports-server',
      comment: 'Only the contract crosses the wire; anything else would carry SQL, secrets or Node into the browser.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|db|scripts|bench)/' },
    },
    {
      name: 'web-uses-no-node',
      comment: 'Browsers have no Node. What builds the pages runs in it.',
      severity: 'error',
      from: { path: '^web/', pathNot: [TEST, '^web/[^/]+/build/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'feature-imports-no-feature',
      comment:
        'A feature can be read, changed and removed alone; what two of them need belongs in web/ui or the shell.',
      severity: 'error',
      from: { path: '^web/([^/]+)/src/features/([^/]+)/' },
      to: { path: '^web/[^/]+/src/features/', pathNot: '^web/$1/src/features/$2/' },
    },
    {
      name: 'shell-imports-no-shell',
      comment: 'Staff, field and resident are three bundles for three devices.',
      severity: 'error',
      from: { path: '^web/(staff|field|resident)/' },
      to: { path: '^web/(staff|field|resident)/', pathNot: '^web/$1/' },
    },
    {
      name: 'ui-imports-no-shell',
      comment: 'Shared components serve all shells and know none of them.',
      severity: 'error',
      from: { path: '^web/ui/' },
      to: { path: '^web/(staff|field|resident)/' },
    },
    {
      name: 'production-imports-no-tests',
      comment: 'A test database or factory reached from the product is a back door.',
      severity: 'error',
      from: { path: '^(contract|content|server|web)/', pathNot: TEST },
      to: { path: ['^(test|bench)/', TEST] },
    },
    {
      name: 'server-imports-no-development-packages',
      comment: 'Development packages are absent where the product runs.',
      severity: 'error',
      from: { path: PRODUCTION, pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-imports-no-checking-tools',
      comment: 'Test and check tools have no place in a bundle.',
      severity: 'error',
      from: { path: '^web/', pathNot: TEST },
      to: { path: npm('vitest', 'fast-check', 'playwright-core', 'axe-core', '@sparticuz/chromium', 'lighthouse') },
    },
    {
      name: 'imports-are-declared',
      comment: 'A package that is here only because another one brought it may be gone after the next install.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-exist',
      comment: 'An import that leads nowhere breaks at start, or worse, only when it is reached.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Files in a circle can only be understood, loaded and changed together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan-test-files',
      comment: 'A helper of the tests that nobody imports proves nothing and still has to be read.',
      severity: 'error',
      // Vitest itself loads test/setup, by the names in vitest.config.ts; the unpacking is a process of its own.
      module: {
        path: '^test/',
        pathNot: [TEST, '^test/setup/', '^test/browser/unpack-chromium\\.ts$'],
        numberOfDependentsLessThan: 1,
      },
      from: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(\\.cache|dist|\\.data)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' },
  },
}
