import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './web/ui/build/compressed.ts'
import { textsByLang } from './web/ui/build/texts-by-lang.ts'

/** Where `npm start` listens; the development server passes calls on to it. */
const SERVER = process.env.WUYOU_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: 'web/staff',
  base: '/',
  plugins: [react(), textsByLang(), compressed()],
  server: { port: 5173, proxy: { '/api': { target: SERVER, changeOrigin: false } } },
  build: {
    outDir: '../../dist/staff',
    emptyOutDir: true,
    target: 'es2023',
    // Every browser that knows module scripts of this target preloads by itself; the page allows no inline script.
    modulePreload: { polyfill: false },
    // Small pictures inside scripts would be data: addresses; files can be cached.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What changes only with an update of a library keeps its name, and so its place in the browser's cache.
            {
              name: 'base',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|use-sync-external-store|i18next|react-i18next|zod)[\\/]/,
              tags: ['$initial'],
            },
            { name: 'look', test: /node_modules[\\/](antd|@ant-design|@rc-component|@babel)[\\/]/, tags: ['$initial'] },
          ],
        },
      },
    },
  },
})
