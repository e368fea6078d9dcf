import { useEffect, useState } from 'react'

/** An address under which the browser shows a blob while the component stands. */
export const useBlobUrl = (blob: Blob): string | undefined => {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}
