import { type SyntheticEvent, useState } from 'react'
import { getSession, type Session } from '#contract/session.ts'
import { call } from '#ui/api.ts'
import { signIn, verifyBackupCode, verifyCode } from '#ui/auth.ts'
import { codeError, passwordError } from '#ui/auth-text.ts'
import { errorText } from '#ui/error-text.ts'
import { setLang, useTexts } from '#ui/i18n.ts'
import { Mark } from '#ui/mark.tsx'
import { go } from '../../app/route.ts'
import { useSignal } from '../../queue/signal.ts'
import { Button } from '../../ui/button.tsx'
import { TextField, Tick } from '../../ui/fields.tsx'
import { Banner } from '../../ui/parts.tsx'
import styles from './sign-in.module.css'

type Step = 'password' | 'code' | 'backup' | 'enrol'

/** Once a shift: name and password, and the code where the post asks for one. */
export const SignIn = ({ known, onDone }: { known: Session | null; onDone: (session: Session) => Promise<void> }) => {
  const { t, lang } = useTexts()
  const { online } = useSignal()
  const [step, setStep] = useState<Step>(known?.secondFactorDue ? 'enrol' : 'password')
  const [username, setUsername] = useState(known?.staff.username ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [trust, setTrust] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const enter = async () => {
    const session = await call(getSession, {})
    if (session.secondFactorDue) return setStep('enrol')
    await onDone(session)
    if (location.pathname.endsWith('/sign-in')) go('/', { replace: true })
  }
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      if (step === 'password') {
        if ((await signIn(username.trim(), password)) === 'code') setStep('code')
        else await enter()
      } else {
        await (step === 'code' ? verifyCode(code.trim(), trust) : verifyBackupCode(code.trim()))
        await enter()
      }
    } catch (error) {
      if (step === 'password') setProblem(passwordError(t, error))
      else {
        const { text, over } = codeError(t, error, step === 'backup')
        setProblem(text)
        setCode('')
        if (over) setStep('password')
      }
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className={styles.page}>
      <title>{`${t('signIn.title')} · ${t('onsite.product')}`}</title>
      <div className={styles.brand}>
        <Mark size={48} />
        <div>
          <strong>{t('onsite.product')}</strong>
          <span>{t('onsite.motto')}</span>
        </div>
      </div>
      {online ? null : (
        <Banner tone="waiting" icon="noSignal">
          {t('onsite.signInNeedsSignal')}
        </Banner>
      )}
      {step === 'enrol' ? (
        <>
          <h1>{t('signIn.enrolTitle')}</h1>
          <p>{t('onsite.enrolElsewhere')}</p>
          <a className={styles.link} href="/">
            {t('onsite.openStaff')}
          </a>
          <Button onClick={() => void enter().catch((error: unknown) => setProblem(errorText(t, error)))}>
            {t('common.retry')}
          </Button>
        </>
      ) : (
        <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
          <h1>{t(step === 'password' ? 'signIn.title' : 'signIn.codeTitle')}</h1>
          {step === 'password' ? (
            <>
              <TextField label={t('signIn.username')} value={username} onChange={setUsername} autoComplete="username" />
              <TextField
                label={t('signIn.password')}
                type="password"
                value={password}
                onChange={setPassword}
                autoComplete="current-password"
              />
            </>
          ) : null}
          {step === 'code' ? (
            <>
              <TextField
                label={t('signIn.code')}
                hint={t('signIn.codeHint')}
                mode="numeric"
                max={6}
                value={code}
                onChange={setCode}
                autoComplete="one-time-code"
              />
              <Tick label={t('signIn.trustDevice')} checked={trust} onChange={setTrust} />
            </>
          ) : null}
          {step === 'backup' ? <TextField label={t('signIn.backupCode')} value={code} onChange={setCode} /> : null}
          {problem ? <Banner tone="late">{problem}</Banner> : null}
          <Button kind="main" submit busy={busy}>
            {t(step === 'password' ? 'signIn.submit' : 'signIn.verify')}
          </Button>
          {step === 'password' ? null : (
            <Button kind="quiet" onClick={() => setStep(step === 'code' ? 'backup' : 'code')}>
              {t(step === 'code' ? 'signIn.useBackup' : 'signIn.useApp')}
            </Button>
          )}
        </form>
      )}
      {known && !known.secondFactorDue ? (
        <Button kind="quiet" onClick={() => go('/', { replace: true })}>
          {t('onsite.workOn')}
        </Button>
      ) : null}
      <button
        type="button"
        className={styles.lang}
        lang={lang === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => void setLang(lang === 'zh' ? 'en' : 'zh')}
      >
        {t('shell.switchLanguage')}
      </button>
    </main>
  )
}
