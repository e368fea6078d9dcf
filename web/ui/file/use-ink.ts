import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

const INK = '#14181b'
const PEN_PX = 2.5

type Ink = {
  drawn: boolean
  clear: () => void
  /** For the canvas itself. */
  area: {
    ref: RefObject<HTMLCanvasElement | null>
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => void
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => void
    onPointerUp: () => void
    onPointerCancel: () => void
  }
}

/** A canvas to sign on with finger, pen or mouse; the picture is handed over after each stroke. `on`: it is shown. */
export const useInk = (onPicture: (png: Blob | undefined) => void, on = true): Ink => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number } | undefined>(undefined)
  const [drawn, setDrawn] = useState(false)

  useEffect(() => {
    const area = canvas.current
    const pen = area?.getContext('2d')
    if (!on || !area || !pen) return
    const scale = window.devicePixelRatio || 1
    area.width = area.clientWidth * scale
    area.height = area.clientHeight * scale
    pen.scale(scale, scale)
    pen.lineWidth = PEN_PX
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.strokeStyle = INK
  }, [on])

  const move = ({ nativeEvent }: PointerEvent<HTMLCanvasElement>) => {
    const from = last.current
    const pen = canvas.current?.getContext('2d')
    if (!from || !pen) return
    const to = { x: nativeEvent.offsetX, y: nativeEvent.offsetY }
    pen.beginPath()
    pen.moveTo(from.x, from.y)
    pen.lineTo(to.x, to.y)
    pen.stroke()
    last.current = to
    setDrawn(true)
  }
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = { x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY }
    move(event)
  }
  const up = () => {
    if (!last.current) return
    last.current = undefined
    canvas.current?.toBlob((png) => onPicture(png ?? undefined), 'image/png')
  }
  const clear = () => {
    const area = canvas.current
    area?.getContext('2d')?.clearRect(0, 0, area.width, area.height)
    setDrawn(false)
    onPicture(undefined)
  }
  return {
    drawn,
    clear,
    area: { ref: canvas, onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up },
  }
}
