import { Button, Input, Segmented } from 'antd'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '../i18n.ts'
import styles from './signature-pad.module.css'

/** The signature as a picture, and the name if it was typed rather than drawn. */
export type Signature = { png: Blob; typedName?: string }

const INK = '#14181b'
const PEN_PX = 2.5
const PICTURE = { width: 600, height: 200 }

const toBlob = (canvas: HTMLCanvasElement) =>
  new Promise<Blob | undefined>((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'))

const pictureOfName = (name: string) => {
  const canvas = document.createElement('canvas')
  canvas.width = PICTURE.width
  canvas.height = PICTURE.height
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.resolve(undefined)
  pen.fillStyle = INK
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.font = '72px KaiTi, STKaiti, "Kaiti SC", serif'
  pen.fillText(name, PICTURE.width / 2, PICTURE.height / 2, PICTURE.width - 40)
  return toBlob(canvas)
}

/** Signing with finger, pen or mouse; by keyboard the name is typed instead. */
export const SignaturePad = ({
  id,
  onChange,
}: {
  id?: string
  onChange: (signature: Signature | undefined) => void
}) => {
  const { t } = useTexts()
  const [way, setWay] = useState<'draw' | 'type'>('draw')
  const [name, setName] = useState('')
  const [drawn, setDrawn] = useState(false)
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number } | undefined>(undefined)

  useEffect(() => {
    const area = canvas.current
    if (way !== 'draw' || !area) return
    const scale = window.devicePixelRatio || 1
    area.width = area.clientWidth * scale
    area.height = area.clientHeight * scale
    const pen = area.getContext('2d')
    if (!pen) return
    pen.scale(scale, scale)
    pen.lineWidth = PEN_PX
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.strokeStyle = INK
  }, [way])

  const spot = (event: PointerEvent<HTMLCanvasElement>) => ({
    x: event.nativeEvent.offsetX,
    y: event.nativeEvent.offsetY,
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
  const up = async () => {
    if (!last.current || !canvas.current) return
    last.current = undefined
    const png = await toBlob(canvas.current)
    onChange(png ? { png } : undefined)
  }
  const clear = () => {
    const area = canvas.current
    area?.getContext('2d')?.clearRect(0, 0, area.width, area.height)
    setDrawn(false)
    setName('')
    onChange(undefined)
  }
  const type = async (typed: string) => {
    setName(typed)
    const typedName = typed.trim()
    const png = typedName ? await pictureOfName(typedName) : undefined
    onChange(png ? { png, typedName } : undefined)
  }

  return (
    <div>
      <div className={styles.tools}>
        <Segmented
          value={way}
          onChange={(next: 'draw' | 'type') => {
            clear()
            setWay(next)
          }}
          options={[
            { value: 'draw', label: t('signature.draw') },
            { value: 'type', label: t('signature.type') },
          ]}
        />
        <Button onClick={clear} disabled={!drawn && !name}>
          {t('signature.clear')}
        </Button>
      </div>
      {way === 'draw' ? (
        <div className={styles.pad}>
          <canvas
            id={id}
            ref={canvas}
            className={styles.canvas}
            role="img"
            aria-label={t('signature.area')}
            onPointerDown={down}
            onPointerMove={move}
            onPointerUp={() => void up()}
            onPointerCancel={() => void up()}
          />
          <span className={styles.line} />
          {drawn ? null : <span className={styles.hint}>{t('signature.hint')}</span>}
        </div>
      ) : (
        <Input
          id={id}
          className={styles.typed ?? ''}
          value={name}
          maxLength={40}
          onChange={(event) => void type(event.target.value)}
          placeholder={t('signature.typedName')}
          aria-label={t('signature.typedName')}
        />
      )}
    </div>
  )
}
