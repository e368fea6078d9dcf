import { InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Progress } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { errorText } from '../error-text.ts'
import { useTexts } from '../i18n.ts'
import type { SendFileOptions } from './send-file.ts'
import styles from './sheet-upload.module.css'

/** As large as the server takes a file unless set otherwise; more is refused there too. */
export const MOST_MB = 20
const MB = 1024 * 1024
const KINDS = /\.(xlsx|xlsm|csv|tsv|txt)$/i
const OLD_EXCEL = /\.xls$/i

type Going = { name: string; percent: number; stop: AbortController }

/** A sheet dropped or chosen goes up at once; `send` says where to and what comes of it. */
export const SheetUpload = ({
  drop: dropHere,
  accepts,
  send: sendTo,
}: {
  drop: string
  accepts: string
  send: (file: File, options: Pick<SendFileOptions, 'signal' | 'onProgress'>) => Promise<void>
}) => {
  const { t } = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [going, setGoing] = useState<Going>()
  const [problem, setProblem] = useState<{ name?: string; text: string }>()
  const send = async (file: File) => {
    setProblem(undefined)
    if (OLD_EXCEL.test(file.name)) return setProblem({ text: t('roster.unreadable.old_xls') })
    if (!KINDS.test(file.name)) return setProblem({ text: t('import.wrongKind') })
    if (file.size > MOST_MB * MB) return setProblem({ text: t('import.tooLarge', { limit: MOST_MB }) })
    const stop = new AbortController()
    setGoing({ name: file.name, percent: 0, stop })
    try {
      await sendTo(file, {
        signal: stop.signal,
        onProgress: (percent) => setGoing({ name: file.name, percent, stop }),
      })
    } catch (error) {
      if (!stop.signal.aborted) setProblem({ name: file.name, text: errorText(t, error) })
    } finally {
      setGoing(undefined)
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !going) void send(file)
  }
  if (going) {
    return (
      <div className={styles.drop} role="status">
        <p>{t('import.uploading', { name: going.name, percent: going.percent })}</p>
        <Progress className={styles.bar ?? ''} percent={going.percent} showInfo={false} aria-label={going.name} />
        <Button onClick={() => going.stop.abort()}>{t('import.stopUpload')}</Button>
      </div>
    )
  }
  return (
    <>
      <button
        type="button"
        className={`${styles.drop} ${over ? styles.over : ''}`}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined className={styles.icon ?? ''} aria-hidden />
        <strong>{dropHere}</strong>
        <span className="w-quiet w-small">{accepts}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.xls,.csv,.tsv,.txt"
        onChange={({ target }) => {
          const file = target.files?.[0]
          target.value = ''
          if (file) void send(file)
        }}
      />
      {problem ? (
        <Alert
          className={styles.gap ?? ''}
          type="error"
          showIcon
          role="alert"
          title={problem.name ? t('import.uploadFailed', { name: problem.name }) : problem.text}
          {...(problem.name ? { description: problem.text } : {})}
        />
      ) : null}
    </>
  )
}
