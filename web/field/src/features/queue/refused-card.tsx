import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { absoluteText } from '#ui/time-texts.ts'
import { useField } from '../../app/field-context.ts'
import type { Act } from '../../queue/act.rules.ts'
import { choicesFor, versionNow } from '../../queue/queue.rules.ts'
import { dropAct, keepAsNote, sendAgain } from '../../store/acts.ts'
import { Button } from '../../ui/button.tsx'
import { NoteField } from '../../ui/fields.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { tell, tellProblem } from '../../ui/tell.tsx'
import { factsOf, noteDeed } from './note.rules.ts'
import styles from './queue.module.css'
import { isMine, useRefusalWords } from './refusal-words.ts'

/** Something the server did not take: what happened, and the ways out of it. Nothing is dropped without a word. */
export const RefusedCard = ({ act }: { act: Act }) => {
  const { t, lang } = useTexts()
  const { estate, pack, orders, wake } = useField()
  const [asking, setAsking] = useState<'note' | 'drop'>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const happened = useRefusalWords(act)
  const gone = act.deed.type === 'orderMove' && !isMine(orders, act.deed.orderId, act.userId)
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
  const decide = async () => {
    setTried(true)
    const said = words.trim()
    if (!said) return
    const say = {
      item: (itemId: string) => pack.items.find(({ id }) => id === itemId)?.[lang] ?? itemId,
      fail: t('onsite.mark.fail'),
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
      <div className={styles.choices}>
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
