import { Input } from 'antd'
import { useTexts } from '#ui/i18n.ts'

/** CP-118: what is asked of a complaint besides how content the customer is. */
export const OPINIONS = ['onReception', 'onMeasures', 'onResult'] as const
export type Opinions = Partial<Record<(typeof OPINIONS)[number], string>>

export const OpinionFields = ({
  opinions,
  missing,
  onChange,
}: {
  opinions: Opinions
  missing: readonly (typeof OPINIONS)[number][]
  onChange: (opinions: Opinions) => void
}) => {
  const { t } = useTexts()
  return (
    <>
      {OPINIONS.map((one) => (
        <Input
          key={one}
          value={opinions[one] ?? ''}
          maxLength={500}
          placeholder={t(`field.${one}`)}
          aria-label={t(`field.${one}`)}
          {...(missing.includes(one) ? { status: 'error' as const, 'aria-invalid': true } : {})}
          onChange={(event) => onChange({ ...opinions, [one]: event.target.value })}
        />
      ))}
    </>
  )
}
