import '#ui/base.css'
import './field.css'
import { createRoot } from 'react-dom/client'
import { fetchTexts, langChoice, startI18n } from '#ui/i18n.ts'
import { paint } from '#ui/mode.ts'
import { watchNetwork } from '../queue/signal.ts'
import { App } from './app.tsx'
import { startWorker } from './update.ts'

const start = async (root: HTMLElement) => {
  paint()
  watchNetwork()
  startI18n(await fetchTexts(langChoice.get()))
  createRoot(root).render(<App />)
  startWorker()
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
void start(root)
