import { isTooLarge, scaled, stampLayout, stampLines, type Taken } from './photo.rules.ts'

/** What was chosen cannot be opened as a picture. */
export class NotAPicture extends Error {
  constructor() {
    super('NotAPicture')
    this.name = 'NotAPicture'
  }
}

/** What was chosen is larger than a phone can open. */
export class PictureTooLarge extends Error {
  constructor() {
    super('PictureTooLarge')
    this.name = 'PictureTooLarge'
  }
}

const QUALITY = 0.82

/**
 * A photo as it is kept and sent: scaled to the longest side, with time, place and inspector on its lower edge. The
 * original is not kept. Throws `NotAPicture`, `PictureTooLarge`.
 */
export const stampedPhoto = async (file: Blob, longest: number, taken: Taken): Promise<Blob> => {
  if (isTooLarge(file.size)) throw new PictureTooLarge()
  const picture = await createImageBitmap(file).catch(() => {
    throw new NotAPicture()
  })
  try {
    const size = scaled(picture, longest)
    const canvas = document.createElement('canvas')
    canvas.width = size.width
    canvas.height = size.height
    const pen = canvas.getContext('2d')
    if (!pen) throw new NotAPicture()
    pen.drawImage(picture, 0, 0, size.width, size.height)
    const lines = stampLines(taken)
    const { font, band, pad } = stampLayout(size, lines.length)
    pen.fillStyle = 'rgb(0 0 0 / 60%)'
    pen.fillRect(0, size.height - band, size.width, band)
    pen.fillStyle = '#ffffff'
    pen.textBaseline = 'top'
    pen.font = `${font}px sans-serif`
    for (const [at, line] of lines.entries())
      pen.fillText(line, pad, size.height - band + pad + at * font * 1.35, size.width - 2 * pad)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    if (!blob) throw new NotAPicture()
    return blob
  } finally {
    picture.close()
  }
}
