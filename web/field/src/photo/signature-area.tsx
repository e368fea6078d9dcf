import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { Button } from '../ui/button.tsx'
import styles from './signature-area.module.css'

const INK = '#14181b'
const PEN_PX = 3

/** Signing with the finger; the picture is handed over after each stroke. */
export const SignatureArea = ({ onChange }: { onChange: (picture: Blob | undefined) => void }) => {
  const { t } = useTexts()
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number }>(undefined)
  const [drawn, setDrawn] = useState(false)

  useEffect(() => {
    const area = canvas.current
    const pen = area?.getContext('2d')
    if (!area || !pen) return
    const scale = window.devicePixelRatio || 1
    area.width = area.clientWidth * scale
    area.height = area.clientHeight * scale
    pen.scale(scale, scale)
    pen.lineWidth = PEN_PX
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.strokeStyle = INK
  }, [])
  const spot = ({ nativeEvent }: PointerEvent<HTMLCanvasElement>) => ({
    x: nativeEvent.offsetX,
    y: nativeEvent.offsetY,
  })
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = spot(event)
    move(event)
  }
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const from = last.current
    const pen = canvas.current?.getContext('2d')
    if (!from || !pen) return
    const to = spot(event)
    pen.beginPath()
    pen.moveTo(from.x, from.y)
    pen.lineTo(to.x, to.y)
    pen.stroke()
    last.current = to
    setDrawn(true)
  }
  const up = () => {
    if (!last.current) return
    last.current = undefined
    canvas.current?.toBlob((picture) => onChange(picture ?? undefined), 'image/png')
  }
  const clear = () => {
    const area = canvas.current
    area?.getContext('2d')?.clearRect(0, 0, area.width, area.height)
    setDrawn(false)
    onChange(undefined)
  }
  return (
    <div className={styles.signature}>
      <div className={styles.pad}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={t('onsite.signature.area')}
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={up}
          onPointerCancel={up}
        />
        {drawn ? null : <span>{t('onsite.signature.hint')}</span>}
      </div>
      <Button disabled={!drawn} onClick={clear}>
        {t('onsite.signature.clear')}
      </Button>
    </div>
  )
}
