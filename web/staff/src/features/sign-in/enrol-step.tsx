import { Alert, Button, Form, Input, QRCode } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { AuthError, type Enrolment, enableSecondFactor, verifyCode } from '#ui/auth.ts'
import { codeError } from '#ui/auth-text.ts'
import { errorText } from '#ui/error-text.ts'
import { useTexts } from '#ui/i18n.ts'
import { CodeField } from './code-field.tsx'
import styles from './sign-in.module.css'

const secretOf = (uri: string) => new URL(uri).searchParams.get('secret') ?? ''
const inFours = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** The password once more, unless it was given a moment ago. */
const AskPassword = ({
  onGiven,
  problem,
  busy,
}: {
  onGiven: (password: string) => void
  problem?: string | undefined
  busy: boolean
}) => {
  const { t } = useTexts()
  return (
    <Form layout="vertical" requiredMark={false} onFinish={({ password }: { password: string }) => onGiven(password)}>
      <Form.Item
        name="password"
        label={t('signIn.enrolPassword')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password size="large" autoFocus autoComplete="current-password" />
      </Form.Item>
      {problem ? <Alert className={styles.note ?? ''} type="error" showIcon title={problem} role="alert" /> : null}
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {t('signIn.enrolStart')}
      </Button>
    </Form>
  )
}

const Secrets = ({ enrolment }: { enrolment: Enrolment }) => {
  const { t } = useTexts()
  return (
    <>
      <p className={styles.label}>{t('signIn.enrolScan')}</p>
      {/* White paper in both modes: cameras read dark on light. */}
      <div className={styles.qr} role="img" aria-label={t('signIn.qrLabel')}>
        <QRCode value={enrolment.totpURI} type="svg" size={176} color="#000" bgColor="#fff" bordered />
      </div>
      <span className={styles.label}>{t('signIn.enrolManual')}</span>
      <code className={styles.secret}>{inFours(secretOf(enrolment.totpURI))}</code>
      <details>
        <summary className={styles.label}>{t('signIn.enrolUri')}</summary>
        <code className={styles.secret}>{enrolment.totpURI}</code>
      </details>
      <span className={styles.label}>{t('signIn.enrolBackup')}</span>
      <ul className={styles.backup}>
        {enrolment.backupCodes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </>
  )
}

/** Sets up the second factor: secret and backup codes, then the first code as proof. */
export const EnrolStep = ({ password, onDone }: { password?: string | undefined; onDone: () => void }) => {
  const { t } = useTexts()
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [code, setCode] = useState('')
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const started = useRef(false)

  const start = async (given: string) => {
    setBusy(true)
    setProblem(undefined)
    try {
      setEnrolment(await enableSecondFactor(given))
    } catch (error) {
      const wrong = error instanceof AuthError && error.status !== 429
      setProblem(wrong ? t('signIn.enrolPasswordWrong') : errorText(t, error))
    } finally {
      setBusy(false)
    }
  }
  useEffect(() => {
    if (!password || started.current) return
    started.current = true
    void start(password)
  })

  const verify = async (given: string) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await verifyCode(given, false)
      onDone()
    } catch (error) {
      setProblem(codeError(t, error).text)
      setCode('')
      setTries((before) => before + 1)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <h1 className={styles.title}>{t('signIn.enrolTitle')}</h1>
      <p className={styles.hint}>{t('signIn.enrolWhy')}</p>
      {enrolment ? (
        <>
          <Secrets enrolment={enrolment} />
          <p className={styles.hint}>{t('signIn.enrolCode')}</p>
          <CodeField
            value={code}
            onChange={setCode}
            onFull={(full) => void verify(full)}
            tries={tries}
            bad={problem !== undefined}
          />
          {problem ? <Alert type="error" showIcon title={problem} role="alert" /> : null}
        </>
      ) : (
        <AskPassword onGiven={(given) => void start(given)} problem={problem} busy={busy} />
      )}
    </>
  )
}
