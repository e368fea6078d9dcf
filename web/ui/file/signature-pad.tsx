import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTexts } from '../i18n.ts'
import styles from './signature-pad.module.css'
import { useInk } from './use-ink.ts'

/** The signature as a picture, and the name if it was typed rather than drawn. */
export type Signature = { png: Blob; typedName?: string }

const INK = '#14181b'
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
  const ink = useInk((png) => onChange(png ? { png } : undefined), way === 'draw')
  const clear = () => {
    setName('')
    ink.clear()
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
        <Button onClick={clear} disabled={!ink.drawn && !name}>
          {t('signature.clear')}
        </Button>
      </div>
      {way === 'draw' ? (
        <div className={styles.pad}>
          <canvas {...ink.area} id={id} className={styles.canvas} role="img" aria-label={t('signature.area')} />
          <span className={styles.line} />
          {ink.drawn ? null : <span className={styles.hint}>{t('signature.hint')}</span>}
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
