import { CloseOutlined, MoonOutlined, SearchOutlined, SunOutlined } from '@ant-design/icons'
import { useRouterState } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { Suspense, useEffect, useRef, useState } from 'react'
import { setLang, useTexts } from '#ui/i18n.ts'
import { themeChoice, useMode } from '#ui/mode.ts'
import { useSession } from '#ui/session.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { Connection } from './connection.tsx'
import { EstateSwitcher } from './estate-switcher.tsx'
import { OmniboxSlot, TopBarSlots } from './slots.tsx'
import styles from './top-bar.module.css'
import { UserMenu } from './user-menu.tsx'

type Focusable = { focus: () => void }

/** The search field: in the bar on wide screens, over it on a phone. Ctrl/⌘ K leads to it from everywhere. */
const Omnibox = ({ phone }: { phone: boolean }) => {
  const { t } = useTexts()
  const field = useRef<Focusable>(null)
  const [open, setOpen] = useState(false)
  useShortcut(
    'mod+k',
    t('shell.shortcutSearch'),
    t('shell.shortcutGeneral'),
    () => {
      setOpen(true)
      field.current?.focus()
    },
    OmniboxSlot !== undefined,
  )
  useEffect(() => {
    if (phone && open) field.current?.focus()
  }, [phone, open])
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: going to another page ends the search
  useEffect(() => setOpen(false), [pathname])
  if (!OmniboxSlot) return <span className={styles.space} />
  const slot = (
    <Suspense fallback={null}>
      <OmniboxSlot
        ref={(instance: Focusable | null) => {
          field.current = instance
          if (phone && open) instance?.focus()
        }}
        onLeave={() => setOpen(false)}
      />
    </Suspense>
  )
  if (!phone) return <div className={styles.omnibox}>{slot}</div>
  return open ? (
    <div className={styles.over}>
      <div>{slot}</div>
      <Button
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('common.close')}
        onClick={() => setOpen(false)}
      />
    </div>
  ) : (
    <>
      <span className={styles.space} />
      <Button
        type="text"
        icon={<SearchOutlined aria-hidden />}
        aria-label={t('shell.find')}
        onClick={() => setOpen(true)}
      />
    </>
  )
}

const LookSwitches = () => {
  const { t, lang } = useTexts()
  const mode = useMode()
  const other = mode === 'dark' ? 'light' : 'dark'
  return (
    <>
      <Tooltip title={t('shell.switchLanguage')}>
        <Button
          type="text"
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => void setLang(lang === 'zh' ? 'en' : 'zh')}
        >
          {lang === 'zh' ? 'EN' : '中'}
          <span className="w-hidden">{t('shell.switchLanguage')}</span>
        </Button>
      </Tooltip>
      <Tooltip title={t(other === 'dark' ? 'shell.themeDark' : 'shell.themeLight')}>
        <Button
          type="text"
          icon={mode === 'dark' ? <SunOutlined aria-hidden /> : <MoonOutlined aria-hidden />}
          aria-label={t(other === 'dark' ? 'shell.themeDark' : 'shell.themeLight')}
          onClick={() => themeChoice.set(other)}
        />
      </Tooltip>
    </>
  )
}

export const TopBar = ({ phone, onHelp }: { phone: boolean; onHelp: () => void }) => {
  const { t } = useTexts()
  const { demo } = useSession()
  return (
    <header className={styles.bar}>
      <div className={styles.estate}>
        <EstateSwitcher />
        {demo && !phone ? (
          <Tooltip title={t('shell.demoHint')}>
            <span>
              <StateTag tone="waiting">{t('shell.demo')}</StateTag>
            </span>
          </Tooltip>
        ) : null}
      </div>
      <Omnibox phone={phone} />
      <div className={styles.end}>
        <Connection quiet={phone} />
        <TopBarSlots />
        {phone ? null : <LookSwitches />}
        <UserMenu phone={phone} onHelp={onHelp} />
      </div>
    </header>
  )
}
