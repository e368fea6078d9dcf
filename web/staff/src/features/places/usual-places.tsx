import { Button, Checkbox, Drawer, Input, InputNumber, Select } from 'antd'
import { useEffect, useState } from 'react'
import {
  BUILDING_TOUCHPOINTS,
  makePlaces,
  PLACE_KINDS,
  type PlaceKind,
  type ProposedPlace,
  proposePlaces,
} from '#contract/places.ts'
import { useTexts } from '#ui/i18n.ts'
import { ScrolledList } from '#ui/list/scrolled-list.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useBuildingOptions } from './building-options.ts'
import styles from './places.module.css'

const WIDTH_PX = 820
const TYPING_MS = 400
const MOST = 99
const EVERY_FLOORS = 3
type Counts = Partial<Record<PlaceKind, number>>

/** One proposed place: ticked or not, with a name that may be another. */
const Proposal = ({
  place,
  chosen,
  name,
  onChoose,
  onName,
}: {
  place: ProposedPlace
  chosen: boolean
  name: string
  onChoose: (chosen: boolean) => void
  onName: (name: string) => void
}) => {
  const { t } = useTexts()
  return (
    <li className={styles.proposal}>
      <Checkbox checked={chosen} disabled={place.there} onChange={(event) => onChoose(event.target.checked)}>
        {place.code}
      </Checkbox>
      <Input
        aria-label={t('places.nameOf', { code: place.code })}
        value={name}
        maxLength={60}
        disabled={!chosen}
        status={chosen && name.trim() === '' ? 'error' : ''}
        onChange={(event) => onName(event.target.value)}
      />
      <span className={styles.tags}>
        {place.there ? <StateTag tone="ended">{t('places.there')}</StateTag> : null}
        <span className="w-small w-quiet">{`${place.touchpoint} ${t(`touchpoint.${place.touchpoint}`)}`}</span>
      </span>
    </li>
  )
}

/** The usual places of all touchpoints, as they would be made: ticked off, renamed, counted otherwise, then made. */
export const UsualPlaces = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const buildings = useBuildingOptions()
  const [chosen, setChosen] = useState<readonly string[]>()
  const [everyFloors, setEveryFloors] = useState(EVERY_FLOORS)
  const [counts, setCounts] = useState<Counts>({})
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const { mutate, data, error, isPending } = useApiMutation(proposePlaces, { touches: [] })
  const make = useApiMutation(makePlaces)
  const buildingIds = chosen ?? buildings.map(({ value }) => String(value))
  const asked = JSON.stringify({ touchpoints: BUILDING_TOUCHPOINTS, buildingIds, everyFloors, counts })
  const settled = useDebounced(asked, TYPING_MS)
  // what is made is what is asked for now, not what was proposed before
  const settling = asked !== settled || isPending
  useEffect(() => {
    mutate({ params: { estateId }, body: proposePlaces.body.parse(JSON.parse(settled)) })
  }, [settled, estateId, mutate])
  useEffect(() => {
    if (error) notice.bad(error)
  }, [error, notice])
  const rows = data?.rows ?? []
  const nameOf = (place: ProposedPlace) => names[place.code] ?? place.name
  const isChosen = (place: ProposedPlace) => !place.there && !off.has(place.code)
  const wanted = rows.filter(isChosen)
  const shownCount = (kind: PlaceKind) => counts[kind] ?? rows.filter((place) => place.kind === kind).length
  const send = async () => {
    const places = wanted.map(({ kind: _, there: __, ...place }) => ({
      ...place,
      name: names[place.code] ?? place.name,
    }))
    try {
      const { made, there } = await make.mutateAsync({ params: { estateId }, body: { places } })
      notice.good(t('places.made', { made, there }))
      onClose()
    } catch (problem) {
      notice.bad(problem)
    }
  }
  return (
    <Drawer
      open
      size={WIDTH_PX}
      onClose={onClose}
      title={t('places.usualTitle')}
      footer={
        <span className={styles.tools}>
          <Button
            type="primary"
            loading={make.isPending}
            disabled={settling || wanted.length === 0 || wanted.some((place) => nameOf(place).trim() === '')}
            onClick={() => void send()}
          >
            {t('places.makeCount', { count: wanted.length })}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </span>
      }
    >
      <p className="w-quiet">{t('places.usualHint')}</p>
      <section className={styles.part}>
        <h2>{t('places.usualEstate')}</h2>
        <div className={styles.counts}>
          {PLACE_KINDS.map((kind) => (
            <div key={kind} className={styles.count}>
              <span>{t(`placeKind.${kind}`)}</span>
              <InputNumber
                aria-label={t(`placeKind.${kind}`)}
                size="small"
                min={0}
                max={MOST}
                precision={0}
                value={shownCount(kind)}
                // while it is empty, the figure before stands
                onChange={(count) => {
                  if (count !== null) setCounts((before) => ({ ...before, [kind]: count }))
                }}
              />
            </div>
          ))}
        </div>
      </section>
      <section className={styles.part}>
        <h2>{t('places.usualBuildings')}</h2>
        <Select
          mode="multiple"
          allowClear
          aria-label={t('placeColumn.building')}
          placeholder={t('placeColumn.building')}
          style={{ width: '100%' }}
          maxTagCount="responsive"
          showSearch={{ optionFilterProp: 'label' }}
          value={buildingIds}
          options={buildings.map(({ value, label }) => ({ value: String(value), label }))}
          onChange={setChosen}
        />
        <div className={styles.count}>
          <span>{t('places.everyFloors')}</span>
          <InputNumber
            aria-label={t('places.everyFloors')}
            size="small"
            min={1}
            max={20}
            precision={0}
            value={everyFloors}
            onChange={(floors) => {
              if (floors !== null) setEveryFloors(floors)
            }}
          />
        </div>
      </section>
      <section className={styles.part} aria-live="polite">
        <h2>{t('places.usualPreview')}</h2>
        {data && rows.length === 0 ? <EmptyState compact title={t('places.usualNone')} /> : null}
        <ScrolledList className={styles.items}>
          {rows.map((place) => (
            <Proposal
              key={place.code}
              place={place}
              chosen={isChosen(place)}
              name={nameOf(place)}
              onChoose={(ticked) =>
                setOff(
                  (before) => new Set(ticked ? [...before].filter((c) => c !== place.code) : [...before, place.code]),
                )
              }
              onName={(name) => setNames((before) => ({ ...before, [place.code]: name }))}
            />
          ))}
        </ScrolledList>
      </section>
    </Drawer>
  )
}
