import { useEffect, useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { go } from '../../app/route.ts'
import { roundState, stopsOf } from '../../round/round.rules.ts'
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
  // the round that waits for this place and ends first; else it is a look on the spot
  const round =
    pack.rounds
      .filter((one) => one.kind !== 'task' && Date.parse(one.fromAt) <= Date.now())
      .filter((one) => ['planned', 'started', 'missed'].includes(roundState(one, acts)))
      .filter((one) =>
        stopsOf(one, pack.places, acts, new Set()).some((s) => s.place.id === place?.id && s.state === 'open'),
      )
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0] ?? null
  const { begin } = useRoundActs(round ?? undefined)

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each label
  useEffect(() => {
    const open = async () => {
      if (!place) return
      if (round) await begin()
      const id = await beginLook(field, place, round, token)
      if (id === undefined) return setEmpty(true)
      go(round ? `/rounds/${round.id}/places/${place.id}` : `/places/${place.id}/look`, { replace: true })
    }
    open().catch(tellProblem)
  }, [code, token])

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
