import qrcode from 'qrcode-generator'

/** A text as a QR code, an SVG without a margin. */
export const qrSvg = (text: string): string => {
  const qr = qrcode(0, 'M')
  qr.addData(text)
  qr.make()
  return qr.createSvgTag({ cellSize: 4, margin: 0, scalable: true })
}
