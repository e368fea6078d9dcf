import { CameraOutlined, DeleteOutlined, FileOutlined, PaperClipOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useContext, useEffect, useRef, useState } from 'react'
import { newKey } from '../api.ts'
import { errorText } from '../error-text.ts'
import { useTexts } from '../i18n.ts'
import { useMedia } from '../media.ts'
import styles from './file-upload.module.css'
import { UnderWay } from './under-way.ts'
import { admit, sizeText, type Upload, type UploadedFile } from './uploads.ts'

export type { UploadedFile } from './uploads.ts'

export type FileUploadProps = {
  id?: string
  value: readonly UploadedFile[]
  onChange: (files: UploadedFile[]) => void
  /** Sends one file; `key` is its idempotency key and stays the same when it is tried again. */
  upload: (
    file: File,
    options: { key: string; onProgress: (percent: number) => void; signal: AbortSignal },
  ) => Promise<UploadedFile>
  accept?: string
  maxFiles?: number
  maxMb?: number
  disabled?: boolean
  label?: string
  /** Label of a second button that opens the camera at once; shown where fingers point. */
  camera?: string
}

/** antd's forms show every file input, whatever its `hidden` says. */
const HIDDEN = { display: 'none' }

const Thumb = ({ source }: { source: string | undefined }) => (
  <span className={styles.thumb} aria-hidden>
    {source ? <img src={source} alt="" loading="lazy" /> : <FileOutlined aria-hidden />}
  </span>
)

const LocalThumb = ({ file }: { file: File }) => {
  const [source, setSource] = useState<string>()
  useEffect(() => {
    if (!file.type.startsWith('image/')) return
    const made = URL.createObjectURL(file)
    setSource(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return <Thumb source={source} />
}

/** Files chosen, dropped or pasted; each goes up at once, with progress and another try. */
export const FileUpload = ({
  id,
  value,
  onChange,
  upload,
  accept,
  maxFiles = 10,
  maxMb = 20,
  disabled = false,
  label,
  camera,
}: FileUploadProps) => {
  const { t } = useTexts()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const lens = useRef<HTMLInputElement>(null)
  const touch = useMedia('(pointer: coarse)')
  const latest = useRef(value)
  latest.current = value

  const underWay = useContext(UnderWay)
  const sending = uploads.filter((one) => one.error === undefined).length
  useEffect(() => {
    if (!underWay) return
    underWay.current += sending
    return () => {
      underWay.current -= sending
    }
  }, [underWay, sending])

  const patch = (key: string, change: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const forget = (key: string) => setUploads((before) => before.filter((one) => one.key !== key))

  const start = async (one: Upload) => {
    patch(one.key, { error: undefined, percent: 0 })
    try {
      const done = await upload(one.file, {
        key: one.key,
        signal: one.stop.signal,
        onProgress: (percent) => patch(one.key, { percent }),
      })
      latest.current = [...latest.current, done]
      onChange([...latest.current])
      forget(one.key)
    } catch (error) {
      if (!one.stop.signal.aborted) patch(one.key, { error })
    }
  }

  const choose = (files: readonly File[]) => {
    const { take, refused } = admit(files, value.length + uploads.length, { maxFiles, maxMb })
    setProblem(
      refused === 'tooLarge'
        ? t('file.tooLarge', { limit: maxMb })
        : refused === 'tooMany'
          ? t('file.tooMany', { limit: maxFiles })
          : undefined,
    )
    const fresh = files
      .filter((_, at) => take.includes(at))
      .map((file) => ({ key: newKey(), file, percent: 0, error: undefined, stop: new AbortController() }))
    setUploads((before) => [...before, ...fresh])
    for (const one of fresh) void start(one)
  }

  return (
    <div onPaste={(event) => choose([...event.clipboardData.files])}>
      {camera && touch ? (
        <>
          <button type="button" className={styles.drop} disabled={disabled} onClick={() => lens.current?.click()}>
            <CameraOutlined aria-hidden />
            {camera}
          </button>
          <input
            ref={lens}
            type="file"
            accept="image/*"
            capture="environment"
            style={HIDDEN}
            onChange={(event) => {
              choose([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </>
      ) : null}
      <button
        type="button"
        id={id}
        className={`${styles.drop} ${over ? styles.over : ''}`}
        disabled={disabled}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          if (!disabled) choose([...event.dataTransfer.files])
        }}
      >
        <PaperClipOutlined aria-hidden />
        {label ?? t('file.drop')}
      </button>
      <input
        ref={input}
        type="file"
        multiple={maxFiles > 1}
        accept={accept}
        style={HIDDEN}
        onChange={(event) => {
          choose([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {problem ? (
        <div className={styles.problem} role="alert">
          {problem}
        </div>
      ) : null}
      <ul className={styles.list}>
        {value.map((file) => (
          <li key={file.id} className={styles.item}>
            <Thumb source={file.thumbnail} />
            <div>
              <div className={styles.name}>{file.name}</div>
              {file.size > 0 ? <div className={styles.note}>{sizeText(file.size)}</div> : null}
            </div>
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('file.remove', { name: file.name })}
              disabled={disabled}
              onClick={() => onChange(value.filter((one) => one.id !== file.id))}
            />
          </li>
        ))}
        {uploads.map((one) => (
          <li key={one.key} className={styles.item}>
            <LocalThumb file={one.file} />
            <div>
              <div className={styles.name}>{one.file.name}</div>
              {one.error === undefined ? (
                <>
                  <div className={styles.note}>{t('file.uploading', { percent: one.percent })}</div>
                  <div className={styles.track} aria-hidden>
                    <div className={styles.done} style={{ width: `${one.percent}%` }} />
                  </div>
                </>
              ) : (
                <div className={`${styles.note} ${styles.bad}`} role="alert">
                  {t('file.failed')}: {errorText(t, one.error)}
                </div>
              )}
            </div>
            <span>
              {one.error === undefined ? null : (
                <Button
                  type="text"
                  icon={<ReloadOutlined aria-hidden />}
                  aria-label={t('file.retry', { name: one.file.name })}
                  onClick={() => void start(one)}
                />
              )}
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('file.remove', { name: one.file.name })}
                onClick={() => {
                  one.stop.abort()
                  forget(one.key)
                }}
              />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
