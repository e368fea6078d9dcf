// npm run bench [-- --scale 1|0.1|0.01]: builds the web pages when their sources changed, then measures load and scale.
import { join } from 'node:path'
import { orExplain, runThrough } from './lib/child.mjs'
import { ensureDependencies, ROOT } from './lib/dependencies.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { ensureWebBuild } from './lib/web-build.mjs'

await orExplain(async () => {
  ensureDependencies()
  const node = pinnedNode()
  const built = await ensureWebBuild(ROOT, node)
  if (built !== 0) return built
  return runThrough(node.file, [...node.flags, join(ROOT, 'bench', 'main.ts'), ...process.argv.slice(2)], { cwd: ROOT })
})
