import '#ui/base.css'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { fetchTexts, langChoice, startI18n } from '#ui/i18n.ts'
import { paint } from '#ui/mode.ts'
import { Providers } from './providers.tsx'
import { queryClient, router } from './router.tsx'

paint()
startI18n(await fetchTexts(langChoice.get()))

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <Providers client={queryClient}>
    <RouterProvider router={router} />
  </Providers>,
)
