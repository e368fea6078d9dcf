import '#ui/base.css'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { fetchTexts, langChoice, startI18n } from '#ui/i18n.ts'
import { paint } from '#ui/mode.ts'
import { Providers } from './providers.tsx'
import { queryClient, router } from './router.tsx'

const start = async (root: HTMLElement) => {
  paint()
  startI18n(await fetchTexts(langChoice.get()))
  createRoot(root).render(
    <Providers client={queryClient}>
      <RouterProvider router={router} />
    </Providers>,
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
// Not awaited at the top: a module that waits cannot share its chunk with the pages loaded later.
void start(root)
