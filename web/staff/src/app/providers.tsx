import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider, theme } from 'antd'
import enGB from 'antd/es/locale/en_GB'
import zhCN from 'antd/es/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { useMode, usePaint } from '#ui/mode.ts'
import { antdTheme } from '#ui/theme.ts'

/** Colours, language and the query client for everything below. */
export const Providers = ({ client, children }: { client: QueryClient; children: ReactNode }) => {
  const { lang } = useTexts()
  const mode = useMode()
  usePaint(mode)
  const look = useMemo(
    () => ({ ...antdTheme(mode), algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm }),
    [mode],
  )
  return (
    <ConfigProvider theme={look} locale={lang === 'zh' ? zhCN : enGB} button={{ autoInsertSpace: false }}>
      <App component={false} message={{ maxCount: 4 }}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}
