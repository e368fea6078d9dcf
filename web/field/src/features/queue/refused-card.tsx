import { useState } from 'react'
import type { AnswerMark } from '#contract/inspections.ts'
import { answerWord, isFault, PLAIN_ITEM } from '#contract/rules/fault.ts'
import { useTexts } from '#ui/i18n.ts'
import { absoluteText } from '#ui/time-texts.ts'
import { useField } from '../../app/field-context.ts'
import type { Act } from '../../queue/act.rules.ts'
import { choicesFor, versionNow } from '../../queue/queue.rules.ts'
import { dropAct, keepAsNote, sendAgain, sendWithout } from '../../store/acts.ts'
import { db } from '../../store/db.ts'
import { useLive } from '../../store/use-live.ts'
import { Button } from '../../ui/button.tsx'
import { NoteField } from '../../ui/fields.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { tell, tellProblem } from '../../ui/tell.tsx'
import { factsOf, noteDeed } from './note.rules.ts'
import styles from './queue.module.css'
import { isMine, useRefusalWords } from './refusal-words.ts'
import { kindOf, Untaken } from './untaken.tsx'

/** Something the server did not take: what happened, and the ways out of it. Nothing is dropped without a word. */
export const RefusedCard = ({ act }: { act: Act }) => {
  const { t, lang } = useTexts()
  const { estate, pack, orders, wake } = useField()
  const [asking, setAsking] = useState<'note' | 'drop'>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const happened = useRefusalWords(act)
  const fileId = act.refused?.fileId
  const gone = act.deed.type === 'orderMove' && !isMine(orders, act.deed.orderId, act.userId)
  const untaken = useLive(async () => (fileId ? await db.files.get(fileId) : undefined), `untaken ${fileId}`)
  const choices = choicesFor(act).filter((choice) => choice !== 'again' || !gone)

  const again = async () => {
    const { deed } = act
    const known = deed.type === 'orderMove' ? orders.find(({ id }) => id === deed.orderId)?.version : undefined
    try {
      await sendAgain(act, versionNow(act.refused) ?? known)
      wake()
    } catch (problem) {
      tellProblem(problem)
    }
  }
  const untakenWords = () => t('onsite.queue.leftOut', { file: t(`onsite.file.${kindOf(untaken)}`) })
  const without = async (left: string) => {
    try {
      await sendWithout(act, { fileId: left, words: untakenWords() })
      wake()
    } catch (problem) {
      tellProblem(problem)
    }
  }
  const decide = async () => {
    setTried(true)
    const said = words.trim()
    if (!said) return
    const itemOf = (itemId: string) => pack.items.find(({ id }) => id === itemId)
    const say = {
      item: (itemId: string) => itemOf(itemId)?.[lang] ?? itemId,
      place: (placeId: string) => pack.places.find(({ id }) => id === placeId)?.name ?? t('onsite.placeGone'),
      mark: (itemId: string, answer: AnswerMark) =>
        t(`onsite.mark.${answerWord(itemOf(itemId) ?? PLAIN_ITEM, answer)}`),
      isFault: (itemId: string, answer: AnswerMark) => isFault(itemOf(itemId) ?? PLAIN_ITEM, answer),
      untaken: untakenWords,
      time: absoluteText(Date.parse(act.at), estate.timeZone),
    }
    try {
      if (asking === 'drop') await dropAct(act, said)
      else await keepAsNote(act, said, noteDeed(act, said, factsOf(act, say)))
      wake()
      tell(t(asking === 'drop' ? 'onsite.queue.dropped' : 'onsite.queue.noted'))
      setAsking(undefined)
    } catch (problem) {
      tellProblem(problem)
    }
  }
  return (
    <li className={`${styles.act} ${styles.refused}`}>
      <strong>{act.about}</strong>
      <span className="w-quiet w-figures">
        {t(`onsite.deed.${act.deed.type}`)} · {absoluteText(Date.parse(act.at), estate.timeZone).slice(5)}
      </span>
      <p>{happened}</p>
      {untaken ? <Untaken file={untaken} /> : null}
      {fileId ? <span>{t('onsite.queue.withoutHint')}</span> : null}
      <div className={styles.choices}>
        {fileId && choices.includes('without') ? (
          <Button icon="queue" onClick={() => void without(fileId)}>
            {t('onsite.queue.without')}
          </Button>
        ) : null}
        {choices.includes('again') ? (
          <Button icon="queue" onClick={() => void again()}>
            {t('onsite.queue.again')}
          </Button>
        ) : null}
        {choices.includes('note') ? (
          <Button icon="report" onClick={() => setAsking('note')}>
            {t('onsite.queue.note')}
          </Button>
        ) : null}
        <Button kind="danger" icon="cross" onClick={() => setAsking('drop')}>
          {t('onsite.queue.drop')}
        </Button>
      </div>
      {asking ? (
        <Sheet
          title={t(`onsite.queue.${asking}`)}
          onClose={() => setAsking(undefined)}
          actions={
            <Button kind={asking === 'drop' ? 'danger' : 'main'} onClick={() => void decide()}>
              {t(`onsite.queue.${asking}`)}
            </Button>
          }
        >
          <p>{t(asking === 'drop' ? 'onsite.queue.dropHint' : 'onsite.queue.noteHint')}</p>
          <NoteField
            label={t(asking === 'drop' ? 'onsite.reason' : 'onsite.queue.noteWords')}
            value={words}
            onChange={setWords}
            problem={tried && !words.trim() ? t('issue.required') : undefined}
          />
        </Sheet>
      ) : null}
    </li>
  )
}
