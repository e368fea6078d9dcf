import type { ReactNode } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { go, goBack, hrefOf } from '../app/route.ts'
import { Icon, type IconName } from './icons.tsx'
import styles from './parts.module.css'

/** A page: its name on top with the way back, its main action at the lower edge. */
export const Page = ({
  title,
  sub,
  back,
  aside,
  actions,
  children,
}: {
  title: string
  sub?: ReactNode
  /** Where the way back leads when the app was opened on this page. */
  back?: string
  aside?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) => {
  const { t } = useTexts()
  return (
    <main className={styles.page}>
      <title>{`${title} · ${t('onsite.product')}`}</title>
      <header className={styles.head}>
        {back ? (
          <button type="button" className={styles.back} aria-label={t('common.back')} onClick={() => goBack(back)}>
            <Icon name="back" />
          </button>
        ) : null}
        <div className={styles.title}>
          <h1>{title}</h1>
          {sub ? <div className={styles.sub}>{sub}</div> : null}
        </div>
        {aside}
      </header>
      <div className={styles.body}>{children}</div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </main>
  )
}

export const Link = ({
  to,
  className,
  children,
}: {
  to: string
  className?: string | undefined
  children: ReactNode
}) => (
  <a
    href={hrefOf(to)}
    className={className}
    onClick={(event) => {
      event.preventDefault()
      go(to)
    }}
  >
    {children}
  </a>
)

/** A line of a list that leads somewhere. */
export const Row = ({ to, children, aside }: { to: string; children: ReactNode; aside?: ReactNode }) => (
  <li>
    <Link to={to} className={styles.row}>
      <div className={styles.rowBody}>{children}</div>
      {aside}
      <Icon name="next" />
    </Link>
  </li>
)
export const Rows = ({ children, label }: { children: ReactNode; label?: string }) => (
  <ul className={styles.rows} aria-label={label}>
    {children}
  </ul>
)

export const Section = ({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) => (
  <section className={styles.section}>
    <div className={styles.sectionHead}>
      <h2>{title}</h2>
      {aside}
    </div>
    {children}
  </section>
)

/** Something one has to know, with what to do about it. */
export const Banner = ({
  tone = 'active',
  icon = 'alert',
  children,
  action,
}: {
  tone?: 'active' | 'waiting' | 'late' | 'good'
  icon?: IconName
  children: ReactNode
  action?: { label: string; onClick: () => void }
}) => (
  <div className={`${styles.banner} ${styles[tone]}`} role={tone === 'late' ? 'alert' : 'status'}>
    <Icon name={icon} />
    <div className={styles.bannerBody}>{children}</div>
    {action ? (
      <button type="button" className={styles.bannerAction} onClick={action.onClick}>
        {action.label}
      </button>
    ) : null}
  </div>
)

export const Nothing = ({ title, hint }: { title: string; hint?: string }) => (
  <div className={styles.nothing}>
    <strong>{title}</strong>
    {hint ? <p>{hint}</p> : null}
  </div>
)

export const Loading = () => {
  const { t } = useTexts()
  return (
    <div className={styles.nothing} role="status">
      {t('common.loading')}
    </div>
  )
}

export const Bar = ({ share, label }: { share: number; label: string }) => (
  <div className={styles.bar} role="img" aria-label={label}>
    <div style={{ width: `${Math.round(share * 100)}%` }} />
  </div>
)
