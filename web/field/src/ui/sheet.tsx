import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { Icon } from './icons.tsx'
import styles from './sheet.module.css'
import { Told } from './tell.tsx'

/** A question or a form over the page, from the lower edge, where the thumb is. */
export const Sheet = ({
  title,
  onClose,
  children,
  actions,
}: {
  title: string
  onClose: () => void
  children?: ReactNode
  actions?: ReactNode
}) => {
  const { t } = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className={styles.head}>
        <h2 id={heading}>{title}</h2>
        <button type="button" className={styles.close} aria-label={t('common.close')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      <div className={styles.body}>{children}</div>
      {actions ? <footer className={styles.actions}>{actions}</footer> : null}
      <Told />
    </dialog>
  )
}
