import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { type AreaView, listAreas } from '#contract/estate.ts'
import { Block } from '#ui/household/block.tsx'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { PersonChip } from '#ui/person-chip.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import { ChangeAreaDialog, NewArea } from './area-forms.tsx'
import styles from './estates.module.css'
import { useAreas } from './use-areas.ts'

const Area = ({ area, onChange }: { area: AreaView; onChange: () => void }) => {
  const { t } = useTexts()
  return (
    <Block
      title={area.name}
      actions={
        <Button size="small" icon={<EditOutlined aria-hidden />} onClick={onChange}>
          {t('common.edit')}
        </Button>
      }
    >
      <p>
        {area.steward ? (
          <PersonChip name={area.steward.name} note={t('areas.steward')} />
        ) : (
          <StateTag tone="waiting">{t('units.noSteward')}</StateTag>
        )}
      </p>
      <p className="w-quiet w-small">{t('areas.units', { count: area.units })}</p>
      {area.buildings.length === 0 ? <p className="w-quiet">{t('areas.noBuildings')}</p> : null}
      <ul className={styles.chips}>
        {area.buildings.map(({ id, name }) => (
          <li key={id}>
            <EstateLink to="units" search={{ view: 'grid', buildingId: id }}>
              {name}
            </EstateLink>
          </li>
        ))}
      </ul>
    </Block>
  )
}

/** FD-820: who looks after which buildings; each unit has exactly one steward. */
export const AreasTab = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const areas = useAreas()
  const [creating, setCreating] = useState(false)
  const [changing, setChanging] = useState<AreaView>()
  return (
    <>
      <div className={styles.bar}>
        <ExportLink list={listAreas} params={{ estateId }} query={{}} />
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
          {t('areas.new')}
        </Button>
      </div>
      {areas.error && areas.rows.length === 0 ? <ErrorState error={areas.error} onRetry={areas.refetch} /> : null}
      {areas.isPending ? <LoadingState rows={6} /> : null}
      {!areas.isPending && !areas.error && areas.rows.length === 0 ? (
        <EmptyState title={t('areas.empty')} hint={t('areas.emptyHint')} />
      ) : null}
      <div className={styles.areas}>
        {areas.rows.map((area) => (
          <Area key={area.id} area={area} onChange={() => setChanging(area)} />
        ))}
      </div>
      {creating ? <NewArea onClose={() => setCreating(false)} /> : null}
      {changing ? <ChangeAreaDialog area={changing} onClose={() => setChanging(undefined)} /> : null}
    </>
  )
}
