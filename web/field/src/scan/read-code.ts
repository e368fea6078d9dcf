import { BarcodeDetector as OwnDetector } from 'qr/decode.js'

type Detector = { detect(image: ImageBitmapSource): Promise<{ rawValue: string }[]> }
type Native = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<readonly string[]> }

/** The phone's own reader is quicker and saves the battery; ours reads where there is none. */
export const makeReader = async (): Promise<Detector> => {
  const native = (globalThis as { BarcodeDetector?: Native }).BarcodeDetector
  const formats = await native?.getSupportedFormats().catch((): readonly string[] => [])
  return native && formats?.includes('qr_code') ? new native({ formats: ['qr_code'] }) : new OwnDetector()
}

export const readOnce = async (image: ImageBitmapSource): Promise<string | undefined> => {
  const reader = await makeReader()
  const found = await reader.detect(image).catch(() => [])
  return found[0]?.rawValue
}
