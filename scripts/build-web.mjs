// Builds the web pages into dist/ when their sources changed since the last build.
import { orExplain } from './lib/child.mjs'
import { ROOT } from './lib/dependencies.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { ensureWebBuild } from './lib/web-build.mjs'

await orExplain(() => ensureWebBuild(ROOT, pinnedNode()))
