import { UserOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { type Lang, langChoice, setLang, useTexts } from '#ui/i18n.ts'
import { themeChoice } from '#ui/mode.ts'
import { useEstate, useSession } from '#ui/session.tsx'
import { useSignOut } from '../sign-out.ts'
import styles from './top-bar.module.css'

const LANGS: Record<Lang, string> = { zh: '中文', en: 'English' }

/** Who I am, how the app looks and speaks, the way out. */
export const UserMenu = ({ phone, onHelp }: { phone: boolean; onHelp: () => void }) => {
  const { t } = useTexts()
  const { staff } = useSession()
  const { roles } = useEstate()
  const theme = themeChoice.use()
  const lang = langChoice.use()
  const signOut = useSignOut()
  const items: MenuProps['items'] = [
    {
      key: 'who',
      type: 'group',
      label: (
        <div className={styles.who}>
          <div>
            <strong>{staff.name}</strong> {staff.staffNo}
          </div>
          <div className="w-small">{roles.map((role) => t(`role.${role}`)).join(' · ')}</div>
        </div>
      ),
      children: [],
    },
    { type: 'divider' },
    {
      type: 'group',
      label: t('shell.theme'),
      children: [
        { key: 'theme.light', label: t('shell.themeLight') },
        { key: 'theme.dark', label: t('shell.themeDark') },
        { key: 'theme.system', label: t('shell.themeSystem') },
      ],
    },
    {
      type: 'group',
      label: t('shell.language'),
      children: [
        { key: 'lang.zh', label: LANGS.zh },
        { key: 'lang.en', label: LANGS.en },
      ],
    },
    { type: 'divider' },
    ...(phone ? [] : [{ key: 'help', label: t('shell.shortcuts'), extra: '?' }]),
    { key: 'out', label: t('shell.signOut') },
  ]
  const acts: Record<string, () => void> = {
    'theme.light': () => themeChoice.set('light'),
    'theme.dark': () => themeChoice.set('dark'),
    'theme.system': () => themeChoice.set('system'),
    'lang.zh': () => void setLang('zh'),
    'lang.en': () => void setLang('en'),
    help: onHelp,
    out: () => void signOut(),
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectable: true,
        multiple: true,
        selectedKeys: [`theme.${theme}`, `lang.${lang}`],
        onClick: ({ key }) => acts[key]?.(),
      }}
    >
      <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={`${t('shell.account')}: ${staff.name}`}>
        {phone ? null : staff.name}
      </Button>
    </Dropdown>
  )
}
