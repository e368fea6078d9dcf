import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, HolderOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { OwnStatus } from '#ui/form/own-status.tsx'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import { usePlaces } from '#ui/inspection/place-picker.tsx'
import { dropAt, keyMove, moved } from './move.rules.ts'
import styles from './plans.module.css'

const Ids = z.array(z.string())

/**
 * `widget: 'route'`: places in the order in which they are gone to. Each is dragged by its handle, with a mouse or a
 * finger, or moved by the keys of the handle and by buttons.
 */
const RouteField: Widget = ({ id, value, onChange }) => {
  const { t } = useTexts()
  const places = usePlaces()
  const said = Ids.safeParse(value ?? [])
  const route = said.success ? said.data : []
  const nameOf = new Map(places.map((p) => [p.id, p.name]))
  const rows = useRef<HTMLOListElement>(null)
  const handles = useRef(new Map<string, HTMLElement>())
  const held = useRef<string>(undefined)
  const [dragged, setDragged] = useState<string>()
  const [told, setTold] = useState('')

  // what is moved is taken out of the page for a moment and would lose the focus
  useLayoutEffect(() => {
    if (held.current !== undefined) handles.current.get(held.current)?.focus()
    held.current = undefined
  })

  const put = (placeId: string, to: number) => {
    const from = route.indexOf(placeId)
    if (from < 0 || from === to) return
    onChange?.(moved(route, from, to))
    setTold(t('plans.routeNow', { name: nameOf.get(placeId) ?? '', n: to + 1, all: route.length }))
  }
  const drag = (event: PointerEvent) => {
    if (dragged === undefined || !rows.current) return
    const middles = [...rows.current.children].map((row) => {
      const { top, height } = row.getBoundingClientRect()
      return top + height / 2
    })
    put(dragged, dropAt(middles, route.indexOf(dragged), event.clientY))
  }
  const drop = () => setDragged(undefined)
  return (
    <OwnStatus>
      <div className={styles.parts}>
        <ol className={styles.stops} ref={rows}>
          {route.map((placeId, i) => {
            const name = nameOf.get(placeId) ?? placeId
            return (
              <li key={placeId} className={styles.stop} data-dragged={dragged === placeId ? '' : undefined}>
                <Button
                  type="text"
                  size="small"
                  className={styles.handle ?? ''}
                  ref={(node) => {
                    if (node) handles.current.set(placeId, node)
                    else handles.current.delete(placeId)
                  }}
                  icon={<HolderOutlined aria-hidden />}
                  aria-label={t('plans.routeMove', { name, n: i + 1, all: route.length })}
                  onKeyDown={(event) => {
                    const to = keyMove(event.key, i, route.length)
                    if (to === undefined) return
                    event.preventDefault()
                    held.current = placeId
                    put(placeId, to)
                  }}
                  onPointerDown={(event) => {
                    event.currentTarget.setPointerCapture(event.pointerId)
                    setDragged(placeId)
                  }}
                  onPointerMove={drag}
                  onPointerUp={drop}
                  onPointerCancel={drop}
                />
                <span>
                  <span className="w-figures w-quiet">{i + 1}</span> {name}
                </span>
                <Button
                  type="text"
                  size="small"
                  {...(i === 0 ? { disabled: true } : {})}
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={t('plans.routeUp', { name })}
                  onClick={() => put(placeId, i - 1)}
                />
                <Button
                  type="text"
                  size="small"
                  {...(i === route.length - 1 ? { disabled: true } : {})}
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={t('plans.routeDown', { name })}
                  onClick={() => put(placeId, i + 1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined aria-hidden />}
                  aria-label={t('plans.routeRemove', { name })}
                  onClick={() => onChange?.(route.filter((one) => one !== placeId))}
                />
              </li>
            )
          })}
        </ol>
        <span className="w-hidden" role="status">
          {told}
        </span>
        <Select
          {...(id === undefined ? {} : { id })}
          value={null}
          placeholder={t('plans.routeAdd')}
          showSearch={{ optionFilterProp: 'label' }}
          options={places.filter((p) => !route.includes(p.id)).map((p) => ({ value: p.id, label: p.name }))}
          onChange={(next: string | null) => {
            if (next !== null) onChange?.([...route, next])
          }}
        />
      </div>
    </OwnStatus>
  )
}
registerWidget('route', RouteField)
