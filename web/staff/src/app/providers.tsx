import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider, theme } from 'antd'
import enGB from 'antd/es/locale/en_GB'
import zhCN from 'antd/es/locale/zh_CN'
import type { MappingAlgorithm } from 'antd/es/theme/interface'
import { type ReactNode, useMemo } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { STILL, useMedia } from '#ui/media.ts'
import { useMode, usePaint } from '#ui/mode.ts'
import { NoticeProvider } from '#ui/notice.tsx'
import { antdTheme } from '#ui/theme.ts'

/** antd's dark algorithm dims the seeds; ours are chosen for the dark and tested for contrast as they are. */
const keepOurColours: MappingAlgorithm = (seed, map = theme.defaultAlgorithm(seed)) => ({
  ...map,
  colorPrimary: seed.colorPrimary,
  colorInfo: seed.colorInfo,
  colorSuccess: seed.colorSuccess,
  colorWarning: seed.colorWarning,
  colorError: seed.colorError,
})

/** Colours, language and the query client for everything below. */
export const Providers = ({ client, children }: { client: QueryClient; children: ReactNode }) => {
  const { lang } = useTexts()
  const mode = useMode()
  const still = useMedia(STILL)
  usePaint(mode)
  const look = useMemo(
    () => ({
      ...antdTheme(mode, still),
      algorithm: [mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm, keepOurColours],
    }),
    [mode, still],
  )
  return (
    <ConfigProvider theme={look} locale={lang === 'zh' ? zhCN : enGB} button={{ autoInsertSpace: false }}>
      <NoticeProvider>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </NoticeProvider>
    </ConfigProvider>
  )
}
