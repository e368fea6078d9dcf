import { useEffect, useState } from 'react'
import { signOut } from '#ui/auth.ts'
import { sizeText } from '#ui/file/uploads.ts'
import { setLang, useTexts } from '#ui/i18n.ts'
import { themeChoice } from '#ui/mode.ts'
import { absoluteText } from '#ui/time-texts.ts'
import { useField } from '../../app/field-context.ts'
import { go } from '../../app/route.ts'
import type { Act } from '../../queue/act.rules.ts'
import { countOf } from '../../queue/queue.rules.ts'
import { useSignal } from '../../queue/signal.ts'
import { forgetAccount } from '../../store/account.ts'
import { type Room, roomOnPhone } from '../../store/keep.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/fields.tsx'
import { Banner, Page, Section } from '../../ui/parts.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { tellProblem } from '../../ui/tell.tsx'

/** Less than this and photos soon find no room. */
const LITTLE = 100 * 1024 * 1024

/** Who, where, in which language; the room on the phone; and the way out, which asks while something waits. */
export const Me = ({ allActs, onSignedOut }: { allActs: readonly Act[]; onSignedOut: () => void }) => {
  const { t, lang } = useTexts()
  const { session, estate, savedAt, refresh } = useField()
  const { online } = useSignal()
  const theme = themeChoice.use()
  const [room, setRoom] = useState<Room>()
  const [leaving, setLeaving] = useState(false)
  const [busy, setBusy] = useState(false)
  const { waiting, refused } = countOf(allActs)
  useEffect(() => {
    void roomOnPhone().then(setRoom)
  }, [])
  const leave = async () => {
    setBusy(true)
    try {
      await signOut()
      await forgetAccount(session.staff.id)
      go('/', { replace: true })
      onSignedOut()
    } catch (problem) {
      tellProblem(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={session.staff.name} sub={`${estate.name} · ${session.staff.staffNo}`} back="/">
      <Section title={t('onsite.me.data')}>
        <p>{t('onsite.me.takenAlong', { at: absoluteText(Date.parse(savedAt), estate.timeZone) })}</p>
        <Button disabled={!online} onClick={() => void refresh()}>
          {t('onsite.me.refresh')}
        </Button>
        {room ? (
          <p className="w-quiet">
            {t('onsite.me.room', { used: sizeText(room.usedBytes), free: sizeText(room.freeBytes) })}{' '}
            {t(room.lasting ? 'onsite.me.lasting' : 'onsite.me.notLasting')}
          </p>
        ) : null}
        {room && room.freeBytes < LITTLE ? <Banner tone="late">{t('onsite.me.littleRoom')}</Banner> : null}
      </Section>
      {session.estates.length > 1 ? <Button onClick={() => go('/estates')}>{t('shell.estate')}</Button> : null}
      <Choice
        label={t('shell.language')}
        value={lang}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(next) => void setLang(next)}
      />
      <Choice
        label={t('shell.theme')}
        value={theme}
        columns={3}
        options={[
          { value: 'system', label: t('shell.themeSystem') },
          { value: 'light', label: t('shell.themeLight') },
          { value: 'dark', label: t('shell.themeDark') },
        ]}
        onChange={(next) => themeChoice.set(next)}
      />
      <Button kind="danger" onClick={() => setLeaving(true)}>
        {t('shell.signOut')}
      </Button>
      {leaving ? (
        <Sheet
          title={t('shell.signOut')}
          onClose={() => setLeaving(false)}
          actions={
            <>
              <Button kind="danger" busy={busy} disabled={!online} onClick={() => void leave()}>
                {t('shell.signOut')}
              </Button>
              <Button onClick={() => setLeaving(false)}>{t('onsite.me.stay')}</Button>
            </>
          }
        >
          {waiting + refused > 0 ? (
            <Banner tone="late">{t('onsite.me.waits', { count: waiting + refused })}</Banner>
          ) : (
            <p>{t('onsite.me.nothingWaits')}</p>
          )}
          {online ? null : <Banner tone="waiting">{t('onsite.me.outNeedsSignal')}</Banner>}
        </Sheet>
      ) : null}
    </Page>
  )
}
