import '#ui/base.css'
import { createRoot } from 'react-dom/client'
import { paint } from '#ui/mode.ts'
import { Page } from '../features/survey/index.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
paint()
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => paint())
createRoot(root).render(<Page address={location.pathname} />)
