import { PhoneOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { getCall } from '#contract/calls.ts'
import type { Caller } from '#contract/customers.ts'
import { useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import card from './card/card.module.css'
import type { Household } from './conversations.rules.ts'

type Choice = { caller: Caller; unit: Caller['units'][number] | undefined }

/** Whose number this is, when several people have it or nobody is known by it. */
export const CallerChoice = ({ callId, onChoose }: { callId: string; onChoose: (household: Household) => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { data } = useApiQuery(getCall, { params: { estateId, id: callId } }, { topics: ['calls'] })
  if (!data) return null
  const choices = data.callers.flatMap((caller): Choice[] =>
    caller.units.length > 0 ? caller.units.map((unit) => ({ caller, unit })) : [{ caller, unit: undefined }],
  )
  return (
    <section className={card.block}>
      <p className="w-figures">
        <PhoneOutlined aria-hidden /> {data.number}
      </p>
      {choices.length === 0 ? (
        <p className="w-quiet">{t('desk.numberUnknown')}</p>
      ) : (
        <>
          <p className="w-quiet">{t('desk.numberOfSeveral')}</p>
          <ul className={card.list}>
            {choices.map(({ caller, unit }) => (
              <li key={`${caller.customer.id} ${unit?.id ?? ''}`} className={card.row}>
                <span>
                  {caller.customer.name}{' '}
                  <span className="w-quiet w-small">
                    {unit ? `${unit.display} ${t(`residence.${unit.role}`)}` : ''}
                  </span>
                </span>
                <Button
                  size="small"
                  onClick={() =>
                    onChoose({
                      customer: caller.customer,
                      ...(unit ? { unit: { id: unit.id, display: unit.display } } : {}),
                    })
                  }
                >
                  {t('desk.isSpeaking')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
