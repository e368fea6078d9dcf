import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import { getSession, listDemoAccounts } from '#contract/session.ts'
import { call } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { usePageTitle } from '#ui/page-header.tsx'
import { queryKey, useApiQuery } from '#ui/query.ts'
import { LoadingState } from '#ui/states.tsx'
import { type DemoAccount, DemoAccounts } from './demo-accounts.tsx'
import { Frame } from './frame.tsx'
import { PasswordStep } from './password-step.tsx'
import styles from './sign-in.module.css'

const CodeStep = lazy(() => import('./code-step.tsx').then((module) => ({ default: module.CodeStep })))
const EnrolStep = lazy(() => import('./enrol-step.tsx').then((module) => ({ default: module.EnrolStep })))

const Search = z.object({ back: z.string().catch('/').default('/'), why: z.string().optional() })
type Step = { name: 'password' } | { name: 'code' } | { name: 'enrol'; password: string }

/** Sign-in in up to three steps: password, code, and setting up the second factor where the post needs one. */
export const Page = () => {
  const { t } = useTexts()
  const { back, why } = Search.parse(useSearch({ strict: false }))
  const client = useQueryClient()
  const navigate = useNavigate()
  const demo = useApiQuery(listDemoAccounts, {}, { staleTime: Number.POSITIVE_INFINITY })
  const [step, setStep] = useState<Step>({ name: 'password' })
  const [notice, setNotice] = useState(why === 'expired' ? t('signIn.expired') : undefined)
  const [chosen, setChosen] = useState<DemoAccount>()
  usePageTitle(
    t(step.name === 'password' ? 'signIn.title' : step.name === 'code' ? 'signIn.codeTitle' : 'signIn.enrolTitle'),
  )

  const enter = async (password?: string) => {
    const session = await call(getSession, {}).catch(() => undefined)
    if (session?.secondFactorDue && password) return setStep({ name: 'enrol', password })
    // Whatever was read before belonged to another session.
    client.clear()
    if (session) client.setQueryData(queryKey(getSession, {}), session)
    await navigate({ href: back, replace: true })
  }

  const accounts = demo.data ?? []
  return (
    <Frame
      beside={
        step.name === 'password' && accounts.length > 0 ? (
          <DemoAccounts accounts={accounts} chosen={chosen?.username} onChoose={setChosen} />
        ) : undefined
      }
    >
      <Suspense fallback={<LoadingState rows={3} />}>
        {step.name === 'password' ? (
          <PasswordStep
            filled={chosen}
            notice={notice}
            onDone={(next, { password }) => (next === 'code' ? setStep({ name: 'code' }) : void enter(password))}
          />
        ) : null}
        {step.name === 'code' ? (
          <>
            {chosen?.code ? (
              <Alert className={styles.note ?? ''} type="info" title={t('signIn.demoCode', { code: chosen.code })} />
            ) : null}
            <CodeStep
              onDone={() => void enter()}
              onRestart={(reason) => {
                setNotice(reason)
                setStep({ name: 'password' })
              }}
            />
          </>
        ) : null}
        {step.name === 'enrol' ? <EnrolStep password={step.password} onDone={() => void enter()} /> : null}
      </Suspense>
    </Frame>
  )
}
