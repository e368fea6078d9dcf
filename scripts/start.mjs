// npm start: installs what is missing, builds the web pages when their sources changed, and runs the server.
import { join } from 'node:path'
import { orExplain } from './lib/child.mjs'
import { ensureDependencies, ROOT } from './lib/dependencies.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { runServer } from './lib/server-process.mjs'
import { ensureWebBuild } from './lib/web-build.mjs'

await orExplain(async () => {
  ensureDependencies()
  const node = pinnedNode()
  const built = await ensureWebBuild(ROOT, node)
  if (built !== 0) return built
  return runServer(node, join(ROOT, 'server', 'main.ts'), process.argv.slice(2), ROOT)
})
