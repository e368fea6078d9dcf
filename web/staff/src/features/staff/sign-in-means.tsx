import { CopyOutlined } from '@ant-design/icons'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { type AccountView, issuePassword, resetSecondFactor } from '#contract/staff.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import styles from './staff.module.css'

const PasswordShown = ({ name, password, onClose }: { name: string; password: string; onClose: () => void }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(password)
      notice.good(t('common.copied'))
    } catch {
      notice.bad(t('staffPage.copyFailed'))
    }
  }
  return (
    <Modal
      open
      title={t('staffPage.passwordTitle', { name })}
      // a stray click must not take away what can be read only once
      mask={{ closable: false }}
      keyboard={false}
      closable={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('staffPage.passwordDone')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t('staffPage.passwordOnce')} />
      <div className={styles.password}>
        <code>{password}</code>
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()} autoFocus>
          {t('common.copy')}
        </Button>
      </div>
    </Modal>
  )
}

/** The first password, or a new one: it stands in this answer and nowhere else. */
export const PasswordButton = ({ account }: { account: AccountView }) => {
  const { t } = useTexts()
  const notice = useNotice()
  // held here and not in the query cache, so that it is gone with the dialogue
  const [password, setPassword] = useState<string>()
  const issue = useApiMutation(issuePassword, {
    touches: ['accounts'],
    onError: notice.bad,
    onSuccess: (answer) => setPassword(answer.password),
  })
  const send = () => issue.mutateAsync({ params: { id: account.id }, body: {} })
  const forget = () => {
    setPassword(undefined)
    issue.reset()
  }
  return (
    <>
      {account.hasPassword ? (
        <ConfirmButton
          question={t('staffPage.newPasswordAsk', { name: account.name })}
          hint={t('staffPage.newPasswordHint')}
          loading={issue.isPending}
          onConfirm={send}
        >
          {t('staffPage.newPassword')}
        </ConfirmButton>
      ) : (
        <Button type="primary" loading={issue.isPending} onClick={() => void send().catch(() => undefined)}>
          {t('staffPage.firstPassword')}
        </Button>
      )}
      {password === undefined ? null : <PasswordShown name={account.name} password={password} onClose={forget} />}
    </>
  )
}

export const SecondFactorButton = ({ account }: { account: AccountView }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const [open, setOpen] = useState(false)
  const reset = useApiMutation(resetSecondFactor, { touches: ['accounts'] })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('staffPage.resetSecondFactor')}</Button>
      {open ? (
        <FormDialog
          title={`${t('staffPage.resetSecondFactor')}: ${account.name}`}
          intro={t('staffPage.resetSecondFactorHint')}
          schema={resetSecondFactor.body}
          fields={{ reason: { label: t('staffPage.reason'), autoFocus: true, rows: 2 } }}
          submitLabel={t('staffPage.resetSecondFactor')}
          danger
          onClose={() => setOpen(false)}
          onSubmit={async (body) => {
            await reset.mutateAsync({ params: { id: account.id }, body })
            notice.good(t('staffPage.secondFactorReset'))
            setOpen(false)
          }}
        />
      ) : null}
    </>
  )
}
