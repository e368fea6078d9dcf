import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = process.env.WUYOU_SERVER ?? 'http://127.0.0.1:8080'

/** What a resident opens from a message: a small page of its own, without the staff app and its library of parts. */
export default defineConfig({
  root: 'web/resident',
  base: '/resident/',
  plugins: [react()],
  server: { port: 5174, proxy: { '/api': { target: SERVER, changeOrigin: false } } },
  build: {
    outDir: '../../dist/resident',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
})
