import { useNavigate, useRouterState } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTexts } from '#ui/i18n.ts'
import { useEstate, useSession } from '#ui/session.tsx'
import { FEATURES } from '../features.ts'
import { sameFeature } from '../nav.rules.ts'

/** From this many on the list can be searched. */
const MANY = 7

/** With several estates: the way to another one, staying on the same page. */
export const EstateSelect = () => {
  const { t } = useTexts()
  const { estates } = useSession()
  const estate = useEstate()
  const navigate = useNavigate()
  const rest = useRouterState({ select: (state) => state.location.pathname.split('/').slice(3).join('/') })
  const go = (code: string) => {
    const next = estates.find((one) => one.code === code)
    if (!next) return
    const feature = sameFeature(FEATURES, rest, next)
    void navigate({ to: `/e/${encodeURIComponent(code)}/${feature?.path ?? ''}` })
  }
  const centres = [...Map.groupBy(estates, (one) => one.centre)]
  return (
    <Select
      variant="borderless"
      value={estate.code}
      onChange={go}
      aria-label={t('shell.estate')}
      popupMatchSelectWidth={false}
      showSearch={estates.length >= MANY ? { optionFilterProp: 'search' } : false}
      notFoundContent={t('shell.noEstateFound')}
      style={{ fontWeight: 600, maxWidth: '100%' }}
      options={centres.map(([centre, list]) => ({
        label: centre,
        title: centre,
        options: list.map((one) => ({
          value: one.code,
          label: one.name,
          search: `${one.name} ${one.centre} ${one.code}`,
        })),
      }))}
    />
  )
}
