import type { SessionEstate } from '#contract/session.ts'
import { useTexts } from '#ui/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Nothing, Page } from '../../ui/parts.tsx'

/** Where one works today. */
export const Estates = ({
  estates,
  onChoose,
}: {
  estates: readonly SessionEstate[]
  onChoose: (estate: SessionEstate) => void
}) => {
  const { t } = useTexts()
  return (
    <Page title={t('onsite.whichEstate')}>
      {estates.length === 0 ? <Nothing title={t('shell.noEstates')} hint={t('shell.noEstatesHint')} /> : null}
      {estates.map((estate) => (
        <Button key={estate.id} onClick={() => onChoose(estate)}>
          {estate.name} · {estate.centre}
        </Button>
      ))}
    </Page>
  )
}
