import { message } from 'antd'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { WarningCode } from '#contract/refusal.ts'
import { isApiError } from './api-error.ts'
import { errorText, warningText } from './error-text.ts'
import { useTexts } from './i18n.ts'

type Warning = WarningCode | { code: WarningCode; details?: Record<string, unknown> | undefined }

export type Notice = {
  /** A short word that something was done. */
  good: (text: string) => void
  /** A refusal or fault, from its error or as a sentence; stays longer and carries the request number of a fault. */
  bad: (problem: unknown) => void
  /** Warnings that came beside an answer. */
  warn: (warnings: readonly Warning[]) => void
}

const SHORT_S = 3
const LONG_S = 8
const MOST = 4

const NoticeContext = createContext<Notice | null>(null)

export const NoticeProvider = ({ children }: { children: ReactNode }) => {
  const { t } = useTexts()
  const [api, holder] = message.useMessage({ maxCount: MOST })
  const notice = useMemo<Notice>(
    () => ({
      good: (text) => void api.success(text, SHORT_S),
      bad: (problem) => {
        const text = typeof problem === 'string' ? problem : errorText(t, problem)
        const id = isApiError(problem) && problem.status >= 500 ? problem.requestId : undefined
        void api.error(id ? `${text} (${t('state.requestId', { id })})` : text, LONG_S)
      },
      warn: (warnings) => {
        for (const one of warnings)
          void api.warning(warningText(t, typeof one === 'string' ? { code: one } : one), LONG_S)
      },
    }),
    [api, t],
  )
  return (
    <NoticeContext value={notice}>
      {holder}
      {children}
    </NoticeContext>
  )
}

/** Short messages at the top of the window. */
export const useNotice = (): Notice => {
  const notice = useContext(NoticeContext)
  if (!notice) throw new Error('useNotice outside NoticeProvider')
  return notice
}
