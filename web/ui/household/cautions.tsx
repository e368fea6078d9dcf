import { PlusOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { AddCaution, addCaution, CAUTION_KINDS, type CautionView, endCaution } from '#contract/households.ts'
import { useTexts } from '../i18n.ts'
import { Instant } from '../instant.tsx'
import { useNotice } from '../notice.tsx'
import { useApiMutation } from '../query.ts'
import { useCan, useEstate } from '../session.tsx'
import { Folded } from './block.tsx'
import { FormDialog } from './form-dialog.tsx'
import styles from './household.module.css'
import { LIVES } from './topics.ts'

/** What whoever serves these people must know besides what was written down as a caution. */
export type Told = {
  id: string
  name: string
  noCallback: boolean
  quietHours: readonly { from: string; to: string }[]
}
export type AboutWhom = { unitId: string; people: readonly { id: string; name: string }[] } | { customerId: string }

const WHOLE = 'unit'

const AddOne = ({ of, onClose }: { of: AboutWhom; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const add = useApiMutation(addCaution, { touches: LIVES })
  const people = 'unitId' in of ? of.people : []
  const schema = z.object({ ...AddCaution.pick({ kind: true, text: true }).shape, about: z.string().default(WHOLE) })
  return (
    <FormDialog
      title={t('cautions.add')}
      schema={schema}
      initial={{ about: WHOLE }}
      fields={{
        kind: {
          label: t('cautions.kind'),
          options: CAUTION_KINDS.map((value) => ({ value, label: t(`cautionKind.${value}`) })),
        },
        ...(people.length > 0
          ? {
              about: {
                label: t('cautions.about'),
                widget: 'radio',
                options: [
                  { value: WHOLE, label: t('cautions.aboutUnit') },
                  ...people.map(({ id, name }) => ({ value: id, label: name })),
                ],
              },
            }
          : {}),
        text: { label: t('cautions.text'), help: t('cautions.textHelp') },
      }}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async ({ about, ...said }) => {
        const whom =
          'customerId' in of
            ? { customerId: of.customerId }
            : about === WHOLE
              ? { unitId: of.unitId }
              : { customerId: about }
        await add.mutateAsync({ params: { estateId }, body: { ...said, ...whom } })
        notice.good(t('common.saved'))
        onClose()
      }}
    />
  )
}

const Ended = ({ cautions }: { cautions: readonly CautionView[] }) => {
  const { t } = useTexts()
  if (cautions.length === 0) return null
  return (
    <Folded label={t('cautions.former', { count: cautions.length })}>
      <ul className={`${styles.list} ${styles.ended}`}>
        {cautions.map((one) => (
          <li key={one.id}>
            {one.text}{' '}
            <span className="w-small">
              {t('cautions.by', { name: one.createdBy })}
              {one.endedAt ? (
                <>
                  {' · '}
                  <Instant at={one.endedAt} show="absolute" />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Folded>
  )
}

/** First on every card: what would hurt these people if nobody knew it. */
export const Cautions = ({
  cautions,
  people,
  of,
}: {
  cautions: readonly CautionView[]
  people: readonly Told[]
  of: AboutWhom
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<CautionView>()
  const end = useApiMutation(endCaution, { touches: LIVES })
  const edits = can('customer.edit')
  const open = cautions.filter((one) => one.endedAt === null)
  const told = [
    ...people
      .filter((one) => one.noCallback)
      .map((one) => ({ key: `n ${one.id}`, text: t('cautions.noCallback', { name: one.name }) })),
    ...people
      .filter((one) => one.quietHours.length > 0)
      .map((one) => ({
        key: `q ${one.id}`,
        text: t('cautions.quiet', {
          name: one.name,
          hours: one.quietHours.map(({ from, to }) => `${from}–${to}`).join('、'),
        }),
      })),
  ]
  const some = open.length + told.length > 0
  return (
    <section className={`${styles.cautions} ${some ? '' : styles.calm}`} aria-label={t('cautions.title')}>
      {told.map(({ key, text }) => (
        <div key={key} className={styles.caution}>
          <WarningOutlined aria-hidden /> <strong>{text}</strong>
        </div>
      ))}
      {open.map((one) => (
        <div key={one.id} className={styles.caution}>
          <WarningOutlined aria-hidden />
          <strong>
            {one.customer && 'unitId' in of ? `${one.customer.name}：` : ''}
            {one.text}
          </strong>
          <span className="w-quiet w-small">
            {t(`cautionKind.${one.kind}`)} · {t('cautions.by', { name: one.createdBy })} ·{' '}
            <Instant at={one.createdAt} />
          </span>
          {edits ? (
            <Button size="small" type="link" onClick={() => setEnding(one)}>
              {t('cautions.end')}
            </Button>
          ) : null}
        </div>
      ))}
      {edits ? (
        <Button
          className={styles.start ?? ''}
          size="small"
          type="text"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('cautions.add')}
        </Button>
      ) : null}
      <Ended cautions={cautions.filter((one) => one.endedAt !== null)} />
      {adding ? <AddOne of={of} onClose={() => setAdding(false)} /> : null}
      {ending ? (
        <FormDialog
          title={t('cautions.endTitle')}
          intro={ending.text}
          schema={endCaution.body}
          fields={{ reason: { label: t('cautions.endReason'), autoFocus: true, rows: 2 } }}
          submitLabel={t('cautions.end')}
          onClose={() => setEnding(undefined)}
          onSubmit={async (body) => {
            await end.mutateAsync({ params: { estateId, id: ending.id }, body })
            setEnding(undefined)
          }}
        />
      ) : null}
    </section>
  )
}
