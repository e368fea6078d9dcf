import { Alert, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { verifyBackupCode, verifyCode } from '#ui/auth.ts'
import { codeError } from '#ui/auth-text.ts'
import { useTexts } from '#ui/i18n.ts'
import { CodeField } from './code-field.tsx'
import styles from './sign-in.module.css'

/** The second factor: the code of the authenticator, or one of the backup codes. */
export const CodeStep = ({ onDone, onRestart }: { onDone: () => void; onRestart: (why?: string) => void }) => {
  const { t } = useTexts()
  const [way, setWay] = useState<'app' | 'backup'>('app')
  const [code, setCode] = useState('')
  const [trust, setTrust] = useState(false)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const verify = async (given: string) => {
    if (busy || given.trim() === '') return
    setBusy(true)
    setProblem(undefined)
    try {
      await (way === 'app' ? verifyCode(given, trust) : verifyBackupCode(given.trim()))
      onDone()
    } catch (error) {
      const { text, over } = codeError(t, error, way === 'backup')
      if (over) return onRestart(text)
      setProblem(text)
      setCode('')
      setTries((before) => before + 1)
    } finally {
      setBusy(false)
    }
  }
  const change = (next: 'app' | 'backup') => {
    setWay(next)
    setCode('')
    setProblem(undefined)
  }

  return (
    <>
      <h1 className={styles.title}>{t('signIn.codeTitle')}</h1>
      <p className={styles.hint}>{t('signIn.codeHint')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void verify(code)
        }}
      >
        {way === 'app' ? (
          <CodeField
            value={code}
            onChange={setCode}
            onFull={(full) => void verify(full)}
            tries={tries}
            bad={problem !== undefined}
          />
        ) : (
          <Input
            className={styles.note ?? ''}
            size="large"
            autoFocus
            value={code}
            aria-label={t('signIn.backupCode')}
            placeholder={t('signIn.backupCode')}
            autoComplete="off"
            onChange={(event) => setCode(event.target.value)}
          />
        )}
        {problem ? <Alert className={styles.note ?? ''} type="error" showIcon title={problem} role="alert" /> : null}
        {way === 'app' ? (
          <Checkbox className={styles.note ?? ''} checked={trust} onChange={(event) => setTrust(event.target.checked)}>
            {t('signIn.trustDevice')}
          </Checkbox>
        ) : null}
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          {t('signIn.verify')}
        </Button>
      </form>
      <div className={styles.links}>
        <Button type="link" onClick={() => change(way === 'app' ? 'backup' : 'app')}>
          {t(way === 'app' ? 'signIn.useBackup' : 'signIn.useApp')}
        </Button>
        <Button type="link" onClick={() => onRestart()}>
          {t('signIn.startOver')}
        </Button>
      </div>
    </>
  )
}
