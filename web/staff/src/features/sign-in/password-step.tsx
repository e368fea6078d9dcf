import { Alert, Button, Form, Input } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { signIn } from '#ui/auth.ts'
import { passwordError } from '#ui/auth-text.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './sign-in.module.css'

type Credentials = { username: string; password: string }

type StepProps = {
  /** What a click on a demo account fills in. */
  filled: Credentials | undefined
  notice: string | undefined
  onDone: (next: 'done' | 'code', given: Credentials) => void
}

/** User name and password; Caps Lock is told before it costs a try. */
export const PasswordStep = ({ filled, notice, onDone }: StepProps) => {
  const { t } = useTexts()
  const [form] = Form.useForm<Credentials>()
  const [problem, setProblem] = useState<string>()
  const [caps, setCaps] = useState(false)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    if (filled) form.setFieldsValue(filled)
  }, [filled, form])

  const submit = async (given: Credentials) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    const credentials = { username: given.username.trim(), password: given.password }
    try {
      onDone(await signIn(credentials.username, credentials.password), credentials)
    } catch (error) {
      setProblem(passwordError(t, error))
      form.getFieldInstance('password')?.focus()
    } finally {
      setBusy(false)
    }
  }
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))

  return (
    <>
      <h1 className={styles.title}>{t('signIn.title')}</h1>
      {notice ? <p className={styles.hint}>{notice}</p> : null}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(given) => void submit(given)} noValidate>
        <Form.Item
          name="username"
          label={t('signIn.username')}
          rules={[{ required: true, whitespace: true, message: t('signIn.usernameMissing') }]}
        >
          <Input size="large" autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('signIn.password')}
          rules={[{ required: true, message: t('signIn.passwordMissing') }]}
          extra={caps ? <span className={styles.caps}>{t('signIn.capsLock')}</span> : null}
        >
          <Input.Password
            size="large"
            autoComplete="current-password"
            onKeyUp={watchCaps}
            onKeyDown={watchCaps}
            onBlur={() => setCaps(false)}
          />
        </Form.Item>
        {problem ? <Alert className={styles.note ?? ''} type="error" showIcon title={problem} role="alert" /> : null}
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          {t('signIn.submit')}
        </Button>
      </Form>
    </>
  )
}
