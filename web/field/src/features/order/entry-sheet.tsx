import { useState } from 'react'
import type { OrderView } from '#contract/orders.ts'
import { useTexts } from '#ui/i18n.ts'
import { GiveUp, useForm } from '../../app/use-form.tsx'
import type { FormRef } from '../../store/form.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, TextField, Tick } from '../../ui/fields.tsx'
import { Banner } from '../../ui/parts.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { type Entry, entryBody, entryLacks } from './entry.rules.ts'

const GROUNDS = ['residentPresent', 'writtenAuthority', 'outside'] as const

/** On what ground one enters the home, before work begins. */
export const EntrySheet = ({
  order,
  onDone,
  onClose,
}: {
  order: OrderView
  onDone: (entry: Record<string, unknown>, form: FormRef) => Promise<boolean>
  onClose: () => void
}) => {
  const { t } = useTexts()
  const form = useForm<Entry>(`entry:${order.id}`, {
    ground: 'residentPresent',
    consentBy: order.customerName ?? '',
    badgeShown: false,
    shoeCovers: false,
    secondPerson: '',
  })
  const [tried, setTried] = useState(false)
  const { values: entry, change } = form
  const lacks = entryLacks(entry)
  const begin = async () => {
    setTried(true)
    if (lacks.length === 0 && (await form.settle((ref) => onDone(entryBody(entry), ref)))) onClose()
  }
  if (!form.ready) return null
  return (
    <Sheet
      title={t('verb.startWork')}
      onClose={onClose}
      actions={
        <Button kind="main" onClick={() => void begin()}>
          {t('verb.startWork')}
        </Button>
      }
    >
      <Choice
        label={t('field.ground')}
        value={entry.ground}
        columns={1}
        options={GROUNDS.map((value) => ({ value, label: t(`choice.${value}`) }))}
        onChange={(ground) => change({ ground })}
      />
      {entry.ground === 'outside' ? null : (
        <TextField
          label={t('field.consentBy')}
          value={entry.consentBy}
          max={100}
          onChange={(consentBy) => change({ consentBy })}
        />
      )}
      {entry.ground === 'residentPresent' ? (
        <>
          <Tick
            label={t('field.badgeShown')}
            checked={entry.badgeShown}
            onChange={(badgeShown) => change({ badgeShown })}
          />
          <Tick
            label={t('field.shoeCovers')}
            checked={entry.shoeCovers}
            onChange={(shoeCovers) => change({ shoeCovers })}
          />
        </>
      ) : null}
      {entry.ground === 'writtenAuthority' ? (
        <>
          <TextField
            label={t('field.secondPerson')}
            value={entry.secondPerson}
            max={100}
            onChange={(secondPerson) => change({ secondPerson })}
          />
          <p className="w-quiet">{t('onsite.order.authorityPhoto')}</p>
        </>
      ) : null}
      {tried && lacks.length > 0 ? (
        <Banner tone="late">
          {t('onsite.order.entryMissing', { what: lacks.map((lack) => t(`field.${lack}`)).join(t('order.and')) })}
        </Banner>
      ) : null}
      <GiveUp form={form} />
    </Sheet>
  )
}
