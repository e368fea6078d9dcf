import { Navigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTexts } from '#ui/i18n.ts'
import { useSession } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { FEATURES } from './features.ts'
import { lastEstate } from './last-estate.ts'
import { navEntries } from './nav.rules.ts'
import { useSignOut } from './sign-out.ts'

/** `/` and `/e/:estateCode`: on to the first page that this person may open. */
export const Home = () => {
  const { t } = useTexts()
  const { estates } = useSession()
  const { estateCode } = useParams({ strict: false })
  const signOut = useSignOut()
  const estate = estates.find((one) => one.code === estateCode) ?? lastEstate(estates)
  const first = estate ? navEntries(FEATURES, estate)[0] : undefined
  if (estate && first) return <Navigate to={`/e/${encodeURIComponent(estate.code)}/${first.path}`} replace />
  const leave = <Button onClick={() => void signOut()}>{t('shell.signOut')}</Button>
  return estate ? (
    <EmptyState title={t('shell.noPages')} hint={t('shell.noPagesHint')} actions={leave} />
  ) : (
    <EmptyState title={t('shell.noEstates')} hint={t('shell.noEstatesHint')} actions={leave} />
  )
}
