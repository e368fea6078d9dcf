import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { FIELD_NAMESPACES } from './content/texts/index.ts'
import { offline } from './web/field/build/offline.ts'
import { compressed } from './web/ui/build/compressed.ts'
import { textsByLang } from './web/ui/build/texts-by-lang.ts'

/** Where `npm start` listens; the development server passes calls on to it. */
const SERVER = process.env.WUYOU_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: 'web/field',
  base: '/field/',
  plugins: [react(), textsByLang(FIELD_NAMESPACES), offline(), compressed()],
  server: { port: 5174, proxy: { '/api': { target: SERVER, changeOrigin: false } } },
  build: {
    outDir: '../../dist/field',
    emptyOutDir: true,
    target: 'es2023',
    // as for the staff app: no inline script, no data: addresses
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // one piece on purpose, as in docs/decisions/0010
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: 'web/field/index.html', worker: 'web/field/src/worker/worker.ts' },
      output: { entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js') },
    },
  },
})
