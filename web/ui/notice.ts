import { App } from 'antd'
import { useMemo } from 'react'
import type { WarningCode } from '#contract/refusal.ts'
import { isApiError } from './api-error.ts'
import { errorText, warningText } from './error-text.ts'
import { useTexts } from './i18n.ts'

export type Notice = {
  /** A short word that something was done. */
  good: (text: string) => void
  /** A refusal or fault, from its error or as a sentence; stays longer and carries the request number of a fault. */
  bad: (problem: unknown) => void
  /** Warnings that came beside an answer. */
  warn: (codes: readonly WarningCode[]) => void
}

const SHORT_S = 3
const LONG_S = 8

export const useNotice = (): Notice => {
  const { message } = App.useApp()
  const { t } = useTexts()
  return useMemo(
    () => ({
      good: (text) => void message.success(text, SHORT_S),
      bad: (problem) => {
        const text = typeof problem === 'string' ? problem : errorText(t, problem)
        const id = isApiError(problem) && problem.status >= 500 ? problem.requestId : undefined
        void message.error(id ? `${text}（${t('state.requestId', { id })}）` : text, LONG_S)
      },
      warn: (codes) => {
        for (const code of codes) void message.warning(warningText(t, code), LONG_S)
      },
    }),
    [message, t],
  )
}
