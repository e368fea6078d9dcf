import { PrinterOutlined } from '@ant-design/icons'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { z } from 'zod'
import { CONTACT_ITEMS, type ContactItem, getHowToComplain, type HowToComplain } from '#contract/complaint-how-to.ts'
import { isApiError } from '#ui/api.ts'
import { type Lang, langChoice, setLang, useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './how-to.module.css'

/** Each in itself: a reader looks for the word that he knows. */
const LANGS: readonly { lang: Lang; name: string; tag: string }[] = [
  { lang: 'zh', name: '中文', tag: 'zh-CN' },
  { lang: 'en', name: 'English', tag: 'en-GB' },
]
const Params = z.object({ estateId: z.uuid() })
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** A number as it is dialled; words around it (an extension, hours) cannot be. */
const dialled = (number: string) => number.replaceAll(/[^\d+]/g, '')
const Value = ({ item, children }: { item: ContactItem; children: string }): ReactNode => {
  if (item === 'phone' && /^[\d\s()+-]+$/.test(children)) return <a href={`tel:${dialled(children)}`}>{children}</a>
  if (item === 'email' && z.email().safeParse(children).success) return <a href={`mailto:${children}`}>{children}</a>
  return children
}

const Ways = ({ known }: { known: HowToComplain }) => {
  const { t } = useTexts()
  const items = CONTACT_ITEMS.flatMap((item) => {
    const value = known[item]?.trim()
    return value ? [{ item, value }] : []
  })
  if (items.length === 0) return <EmptyState title={t('howTo.nothing')} hint={t('howTo.nothingHint')} />
  return (
    <>
      <p className={styles.lead}>{t('howTo.lead')}</p>
      <dl className={styles.ways}>
        {items.map(({ item, value }) => (
          <div key={item}>
            <dt>{t(`howTo.${item}`)}</dt>
            <dd className="w-figures">
              <Value item={item}>{value}</Value>
            </dd>
          </div>
        ))}
      </dl>
      {known.changedOn ? (
        <p className={`w-figures ${styles.changed}`}>{t('howTo.changedOn', { date: known.changedOn })}</p>
      ) : null}
    </>
  )
}

/** CP-032: how to complain, for anybody; nobody has to sign in to read it. */
export const Page = () => {
  const { t } = useTexts()
  const lang = langChoice.use()
  const params = Params.safeParse(useParams({ strict: false }))
  const estateId = params.success ? params.data.estateId : NOBODY
  const query = useApiQuery(getHowToComplain, { params: { estateId } })
  const title = t('howTo.title')
  const name = query.data?.estateName
  useEffect(() => {
    document.title = [title, name].filter(Boolean).join(' · ')
  }, [title, name])
  const unknown = isApiError(query.error) && query.error.code === 'E_NOT_FOUND'
  return (
    <main className={styles.page}>
      <nav className={styles.langs} aria-label={t('shell.language')}>
        {LANGS.map((one) => (
          <Button
            key={one.lang}
            type={lang === one.lang ? 'primary' : 'default'}
            size="large"
            lang={one.tag}
            aria-pressed={lang === one.lang}
            onClick={() => void setLang(one.lang)}
          >
            {one.name}
          </Button>
        ))}
      </nav>
      <h1 className={styles.title}>
        {name ? <span className={styles.estate}>{name}</span> : null}
        {title}
      </h1>
      {unknown ? (
        <EmptyState title={t('howTo.unknown')} hint={t('howTo.unknownHint')} />
      ) : (
        <QueryView query={query}>
          {(known) => (
            <>
              <Ways known={known} />
              <Button
                size="large"
                className={styles.print ?? ''}
                icon={<PrinterOutlined aria-hidden />}
                onClick={() => window.print()}
              >
                {t('howTo.print')}
              </Button>
            </>
          )}
        </QueryView>
      )}
    </main>
  )
}
