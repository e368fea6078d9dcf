import { useRouterState } from '@tanstack/react-router'
import { type Ref, useState } from 'react'
import type { OmniboxHit } from '#contract/omnibox.ts'
import { useTexts } from '#ui/i18n.ts'
import { Kbd } from '#ui/kbd.tsx'
import { useGo } from '#ui/links.tsx'
import { useIsPhone } from '#ui/media.ts'
import { SearchBox } from '#ui/pickers/search-box.tsx'
import { useCan, useEstate, useSession } from '#ui/session.tsx'
import { keepPicks, readPicks, withPick } from './recent.ts'
import { targetOf } from './target.rules.ts'

/** Finds anything of the estate from every page: rooms, people, vehicles, matters. */
export const Omnibox = ({ ref, onLeave }: { ref: Ref<{ focus: () => void }>; onLeave: () => void }) => {
  const { t } = useTexts()
  const { staff } = useSession()
  const { id: estateId, code } = useEstate()
  const can = useCan()
  const go = useGo()
  const phone = useIsPhone()
  const [picks, setPicks] = useState(() => readPicks(staff.id, estateId))
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const atDesk = pathname === `/e/${encodeURIComponent(code)}/desk` && can('desk.use')
  const pick = (hit: OmniboxHit, { aside }: { aside: boolean }) => {
    const next = withPick(picks, hit)
    setPicks(next)
    keepPicks(staff.id, estateId, next)
    const target = targetOf(hit, { atDesk, aside })
    go(target.to, target.search)
    onLeave()
  }
  return (
    <SearchBox
      ref={ref}
      label={t('shell.shortcutSearch')}
      placeholder={t(phone ? 'omnibox.placeholderShort' : 'omnibox.placeholder')}
      onPick={pick}
      recent={picks}
      onLeave={onLeave}
      suffix={phone ? null : <Kbd keys="mod+k" />}
      foot={
        <>
          <span>
            <Kbd keys="enter" /> {t(atDesk ? 'omnibox.enterDesk' : 'omnibox.enterPage')}
          </span>
          {atDesk ? (
            <span>
              <Kbd keys="alt+enter" /> {t('omnibox.altEnter')}
            </span>
          ) : null}
        </>
      }
    />
  )
}
