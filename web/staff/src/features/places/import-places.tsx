import { DownloadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer } from 'antd'
import { useState } from 'react'
import { importPlaces, type PlaceImport, type PlaceLine, placeProblems, placeTemplate } from '#contract/places.ts'
import { addressOf } from '#ui/api.ts'
import { type SendFileOptions, sendFile } from '#ui/file/send-file.ts'
import { SheetUpload } from '#ui/file/sheet-upload.tsx'
import { takeFileFor } from '#ui/file/take-file.ts'
import { useTexts } from '#ui/i18n.ts'
import { ScrolledList } from '#ui/list/scrolled-list.tsx'
import { useNotice } from '#ui/notice.tsx'
import { invalidateTopics } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './places.module.css'

const WIDTH_PX = 820
const TONES = { new: 'good', there: 'ended', problem: 'late' } as const

/** A row of the file: what becomes of it, and beside it what is wrong. */
const Line = ({ line }: { line: PlaceLine }) => {
  const { t } = useTexts()
  return (
    <li className={styles.imported}>
      <span className="w-quiet w-small">{t('import.rowOf', { sheet: line.sheet, row: line.row })}</span>
      <span className={styles.wrap}>
        <strong>{line.code || '—'}</strong> {line.name}
        {line.problems.map((problem) => (
          <span key={`${problem.column} ${problem.code} ${problem.value}`} className={`${styles.fault} w-small`}>
            <span className="w-quiet">
              {t(`placeColumn.${problem.column}`)} {problem.value}
            </span>{' '}
            {problem.code === 'codeTwice'
              ? t('placeImport.problem.codeTwice', { row: problem.row ?? 0 })
              : t(`placeImport.problem.${problem.code}`)}
          </span>
        ))}
      </span>
      <span>
        <StateTag tone={TONES[line.what]}>{t(`placeImport.what.${line.what}`)}</StateTag>
      </span>
    </li>
  )
}

/** A list of places from Excel: read and shown row by row, then taken over; what is there already stays as it is. */
export const ImportPlaces = ({ onClose }: { onClose: () => void }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const client = useQueryClient()
  const [read, setRead] = useState<{ file: File; answer: PlaceImport }>()
  const [busy, setBusy] = useState(false)
  const send = (file: File, write: 'true' | 'false', options: SendFileOptions = {}) =>
    sendFile(addressOf(importPlaces, { params: { estateId }, query: { write } }), file, importPlaces.response, options)
  const take = async (file: File) => {
    setBusy(true)
    try {
      const answer = await send(file, 'true')
      void invalidateTopics(client, [importPlaces.tag])
      notice.good(t('placeImport.done', { made: answer.made }))
      // what is wrong stays to be read until it has been mended in the file
      if (answer.problems === 0) onClose()
      else setRead({ file, answer })
    } catch (error) {
      notice.bad(error)
    } finally {
      setBusy(false)
    }
  }
  const takeProblems = async (file: File) => {
    try {
      await takeFileFor(
        addressOf(placeProblems, { params: { estateId }, query: { lang } }),
        file,
        `${t('placeImport.problemRows')}.xlsx`,
      )
    } catch (error) {
      notice.bad(error)
    }
  }
  const { answer } = read ?? {}
  return (
    <Drawer
      open
      size={WIDTH_PX}
      onClose={onClose}
      title={t('placeImport.title')}
      footer={
        read ? (
          <span className={styles.tools}>
            {read.answer.written ? (
              <Button type="primary" onClick={onClose}>
                {t('common.close')}
              </Button>
            ) : (
              <Button
                type="primary"
                loading={busy}
                disabled={read.answer.made === 0}
                onClick={() => void take(read.file)}
              >
                {read.answer.made === 0 ? t('placeImport.nothing') : t('placeImport.take', { count: read.answer.made })}
              </Button>
            )}
            <Button onClick={() => setRead(undefined)}>{t('placeImport.other')}</Button>
          </span>
        ) : null
      }
    >
      {answer ? (
        <>
          <Alert
            type={answer.problems > 0 ? 'warning' : 'info'}
            showIcon
            title={t('placeImport.counts', {
              rows: answer.rows,
              made: answer.made,
              there: answer.there,
              problems: answer.problems,
            })}
            description={
              answer.problems > 0
                ? t(answer.written ? 'placeImport.left' : 'placeImport.leaves', { count: answer.problems })
                : undefined
            }
          />
          {read && answer.problems > 0 ? (
            <p>
              <Button icon={<DownloadOutlined aria-hidden />} onClick={() => void takeProblems(read.file)}>
                {t('placeImport.getProblems')}
              </Button>
            </p>
          ) : null}
          <ScrolledList className={styles.items}>
            {answer.lines.map((line) => (
              <Line key={`${line.sheet} ${line.row}`} line={line} />
            ))}
          </ScrolledList>
          {answer.lines.length < answer.rows ? (
            <p className="w-quiet">{t('placeImport.some', { count: answer.lines.length })}</p>
          ) : null}
        </>
      ) : (
        <div className={styles.begin}>
          <p className="w-quiet">{t('placeImport.hint')}</p>
          <p>
            <Button
              icon={<DownloadOutlined aria-hidden />}
              href={addressOf(placeTemplate, { params: { estateId }, query: { lang } })}
            >
              {t('placeImport.getTemplate')}
            </Button>
          </p>
          <SheetUpload
            drop={t('placeImport.drop')}
            accepts={t('placeImport.accepts')}
            send={async (file, options) => setRead({ file, answer: await send(file, 'false', options) })}
          />
        </div>
      )}
    </Drawer>
  )
}
