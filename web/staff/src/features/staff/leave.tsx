import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import type { Received } from '#contract/route.ts'
import { type AccountView, deactivateAccount } from '#contract/staff.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useSession } from '#ui/session.tsx'
import styles from './staff.module.css'

type Left = Received<typeof deactivateAccount>

/** What is left behind; numbers only, for who manages users does not read matters (SD-13). */
const LeftBehind = ({ left, onClose }: { left: Left; onClose: () => void }) => {
  const { t } = useTexts()
  const { estates } = useSession()
  const nameOf = (id: string) => estates.find((estate) => estate.id === id)?.name ?? ''
  return (
    <Modal
      open
      title={t('staffPage.leftTitle', { name: left.account.name })}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose} autoFocus>
          {t('common.close')}
        </Button>
      }
    >
      <p>
        {left.openMatters.length > 0
          ? t('staffPage.openMatters', { count: left.openMatters.length })
          : t('staffPage.noOpenMatters')}
      </p>
      <ul className={styles.left}>
        {left.openMatters.map((matter) => (
          <li key={matter.number}>
            <span className="w-figures">{matter.number}</span>
            <span className="w-quiet">
              {matter.parts.map((part) => t(`matterPart.${part}`)).join(' · ')} · {nameOf(matter.estateId)}
            </span>
          </li>
        ))}
      </ul>
      <p>{t('staffPage.voidedDuties', { count: left.voidedDuties })}</p>
      {left.rosterGaps.length > 0 ? (
        <Alert
          type="error"
          showIcon
          className={styles.alert ?? ''}
          title={t('staffPage.gapsOpened')}
          description={left.rosterGaps.map((gap) => (
            <div key={`${gap.estateId} ${gap.from}`}>
              {nameOf(gap.estateId)} <Instant at={gap.from} show="absolute" /> – <Instant at={gap.to} show="absolute" />
            </div>
          ))}
        />
      ) : null}
    </Modal>
  )
}

/** OS-014: the end of employment, and what it leaves for others to take over. */
export const Leave = ({ account }: { account: AccountView }) => {
  const { t } = useTexts()
  const [asking, setAsking] = useState(false)
  const [left, setLeft] = useState<Left>()
  const leave = useApiMutation(deactivateAccount, { touches: ['accounts', 'staff', 'duty'] })
  return (
    <>
      {account.active ? (
        <Button danger onClick={() => setAsking(true)}>
          {t('staffPage.deactivate')}
        </Button>
      ) : null}
      {asking ? (
        <FormDialog
          title={t('staffPage.deactivateTitle', { name: account.name })}
          intro={t('staffPage.deactivateHint')}
          schema={deactivateAccount.body}
          initial={{ version: account.version }}
          fields={{ leftOn: { label: t('staffPage.leftOnField'), widget: 'date', help: t('staffPage.leftOnHelp') } }}
          submitLabel={t('staffPage.deactivate')}
          danger
          onClose={() => setAsking(false)}
          onSubmit={async (body) => {
            const answer = await leave.mutateAsync({ params: { id: account.id }, body })
            setAsking(false)
            setLeft(answer)
          }}
        />
      ) : null}
      {left ? <LeftBehind left={left} onClose={() => setLeft(undefined)} /> : null}
    </>
  )
}
