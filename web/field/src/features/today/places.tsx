import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { go } from '../../app/route.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { Nothing, Page, Row, Rows } from '../../ui/parts.tsx'
import { whereOf } from '../../ui/words.ts'

/** More than these nobody scrolls through; the field above narrows. */
const SHOWN = 60

/** A place is looked at outside any round: scanned, or found by its name. */
export const Places = () => {
  const { t } = useTexts()
  const { pack } = useField()
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const found = pack.places.filter((place) =>
    `${place.name} ${place.code} ${whereOf(t, place)}`.toLowerCase().includes(wanted),
  )
  return (
    <Page
      title={t('onsite.spot')}
      sub={t('onsite.spotHint')}
      back="/"
      actions={
        <Button kind="main" icon="scan" onClick={() => go('/scan')}>
          {t('onsite.scan')}
        </Button>
      }
    >
      <TextField label={t('onsite.findPlace')} value={words} onChange={setWords} />
      {found.length === 0 ? <Nothing title={t('onsite.noPlace')} /> : null}
      <Rows>
        {found.slice(0, SHOWN).map((place) => (
          <Row key={place.id} to={`/places/${place.id}/look`}>
            <strong>{place.name}</strong>
            <span className="w-quiet">{whereOf(t, place)}</span>
          </Row>
        ))}
      </Rows>
      {found.length > SHOWN ? (
        <p className="w-quiet">{t('onsite.morePlaces', { count: found.length - SHOWN })}</p>
      ) : null}
    </Page>
  )
}
