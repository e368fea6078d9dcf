import { Button } from 'antd'
import { useState } from 'react'
import { listWords } from '#content/list-words.ts'
import { checkRoundDraw, type RoundDetail } from '#contract/inspection-rounds.ts'
import { useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'

/** What the server draws with the same seed from the same places. */
const Again = ({ id }: { id: string }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(checkRoundDraw, { params: { estateId, id } })
  return (
    <QueryView query={query}>
      {({ same, places }) => (
        <span role="status">
          <StateTag tone={same ? 'good' : 'late'}>{t(same ? 'rounds.drawSame' : 'rounds.drawOther')}</StateTag>{' '}
          {same
            ? null
            : listWords(
                lang,
                places.map((p) => p.name),
              )}
        </span>
      )}
    </QueryView>
  )
}

/** The seed of a draw with what was drawn from; anybody may have it drawn once more. */
export const Draw = ({ seed, round }: { seed: string; round: RoundDetail }) => {
  const { t } = useTexts()
  const [again, setAgain] = useState(false)
  return (
    <>
      <code className="w-figures">{seed}</code> ·{' '}
      {round.draw ? (
        <>
          {t('plans.sampleOf', { count: round.draw.pool, sample: round.draw.quota })}{' '}
          {again ? (
            <Again id={round.id} />
          ) : (
            <Button size="small" onClick={() => setAgain(true)}>
              {t('rounds.drawAgain')}
            </Button>
          )}
        </>
      ) : (
        <span className="w-quiet">{t('rounds.drawUnknown')}</span>
      )}
    </>
  )
}
