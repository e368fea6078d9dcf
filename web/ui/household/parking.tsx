import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import {
  AddParkingUse,
  addParkingUse,
  Ending,
  endParkingUse,
  PARKING_USES,
  type ParkingUseView,
} from '#contract/households.ts'
import { useTexts } from '../i18n.ts'
import { EstateLink } from '../links.tsx'
import { useNotice } from '../notice.tsx'
import { useApiMutation } from '../query.ts'
import { useCan, useEstate } from '../session.tsx'
import { Block } from './block.tsx'
import { useToday } from './day.ts'
import './fields.ts'
import { FormDialog } from './form-dialog.tsx'
import styles from './household.module.css'
import { periodText } from './period-text.ts'
import { LIVES } from './topics.ts'

const AddSpace = ({ unitId, onClose }: { unitId: string; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const today = useToday()
  const add = useApiMutation(addParkingUse, { touches: LIVES })
  return (
    <FormDialog
      title={t('things.addParking')}
      schema={AddParkingUse}
      initial={{ unitId, fromDate: today, use: 'rented' }}
      fields={{
        parkingUnitId: {
          label: t('things.space'),
          widget: 'parkingSpace',
          help: t('things.spaceHelp'),
          autoFocus: true,
        },
        use: {
          label: t('things.use'),
          options: PARKING_USES.map((value) => ({ value, label: t(`parkingUse.${value}`) })),
        },
        fromDate: { label: t('people.from') },
      }}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        await add.mutateAsync({ params: { estateId }, body })
        notice.good(t('things.saved'))
        onClose()
      }}
    />
  )
}

/** The spaces a household uses, and by what right. */
export const Parking = ({ unitId, uses }: { unitId: string; uses: readonly ParkingUseView[] }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const today = useToday()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<ParkingUseView>()
  const end = useApiMutation(endParkingUse, { touches: LIVES })
  const edits = can('customer.edit')
  return (
    <Block
      title={t('things.parking')}
      actions={
        edits ? (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('common.add')}
          </Button>
        ) : null
      }
    >
      {uses.length === 0 ? <p className="w-quiet">{t('things.noParking')}</p> : null}
      <ul className={styles.list}>
        {uses.map((one) => {
          const other = one.space.id === unitId ? one.unit : one.space
          return (
            <li key={one.id} className={styles.line}>
              <span className={styles.what}>
                <EstateLink to={`units/${other.id}`}>{other.display}</EstateLink>
                <span className="w-quiet w-small">
                  {t(`parkingUse.${one.use}`)}
                  {one.fromDate ? ` · ${periodText(t, one)}` : ''}
                </span>
              </span>
              {edits ? (
                <Button size="small" type="text" onClick={() => setEnding(one)}>
                  {t('things.endParking')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {adding ? <AddSpace unitId={unitId} onClose={() => setAdding(false)} /> : null}
      {ending ? (
        <FormDialog
          title={t('things.endParkingTitle', { space: ending.space.display })}
          schema={Ending}
          initial={{ untilDate: today }}
          fields={{
            untilDate: { label: t('people.lastDay') },
            reason: { label: t('people.reason'), autoFocus: true, rows: 2 },
          }}
          submitLabel={t('things.endParking')}
          danger
          onClose={() => setEnding(undefined)}
          onSubmit={async (body) => {
            await end.mutateAsync({ params: { estateId, id: ending.id }, body })
            setEnding(undefined)
          }}
        />
      ) : null}
    </Block>
  )
}
