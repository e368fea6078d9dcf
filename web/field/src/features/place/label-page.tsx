import { useEffect, useState } from 'react'
import type { Round } from '#contract/field.ts'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { go } from '../../app/route.ts'
import { type Stop, waitingAt } from '../../round/round.rules.ts'
import { TickSheet } from '../../round/tick-sheet.tsx'
import { useRoundActs } from '../../round/use-round-acts.ts'
import { placeOfLabel } from '../../scan/label.rules.ts'
import { Button } from '../../ui/button.tsx'
import { Banner, Loading, Page } from '../../ui/parts.tsx'
import { tellProblem } from '../../ui/tell.tsx'
import { beginLook } from './begin-look.ts'

/** The address on a label, scanned by the app or by the phone's own camera. */
export const LabelPage = ({ code, token }: { code: string; token: string }) => {
  const { t } = useTexts()
  const field = useField()
  const { pack, estate, acts } = field
  const found = placeOfLabel(`/field/p/${code}/${token}`, estate.code, pack.places)
  const [empty, setEmpty] = useState(false)
  const place = found.kind === 'place' ? found.place : undefined
  const [ticking, setTicking] = useState<{ round: Round; stop: Stop }>()
  const waiting = place ? waitingAt(pack, acts, place.id) : undefined
  const round = waiting?.round ?? null
  const { begin } = useRoundActs(round ?? undefined)

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each label
  useEffect(() => {
    const open = async () => {
      if (!place) return
      if (round) await begin()
      if (waiting?.round.kind === 'task') return setTicking(waiting)
      const id = await beginLook(field, place, round, token)
      if (id === undefined) return setEmpty(true)
      go(round ? `/rounds/${round.id}/places/${place.id}` : `/places/${place.id}/look`, { replace: true })
    }
    open().catch(tellProblem)
  }, [code, token])

  if (ticking)
    return (
      <Page title={ticking.round.name} back="/">
        <TickSheet {...ticking} scanned={token} onClose={() => go(`/rounds/${ticking.round.id}`, { replace: true })} />
      </Page>
    )
  if (place && !empty) return <Loading />
  return (
    <Page
      title={t('onsite.label.title')}
      back="/"
      actions={
        <Button kind="main" icon="scan" onClick={() => go('/scan', { replace: true })}>
          {t('onsite.scanAgain')}
        </Button>
      }
    >
      <Banner tone="late">
        {empty
          ? t('onsite.noChecklist')
          : found.kind === 'otherEstate'
            ? t('onsite.label.otherEstate', { code: found.estateCode })
            : t('onsite.label.unknown')}
      </Banner>
    </Page>
  )
}
