import { Button, Input, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { acceptHandover, HANDOVER_GROUPS, type HandoverGroup, type HandoverView } from '#contract/handover.ts'
import { type ApiError, isApiError } from '#ui/api-error.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { confirmationsOf, unsaid, type Word, type Words } from './entries.rules.ts'
import { Group } from './group.tsx'
import styles from './handover.module.css'
import { keep, readKept } from './kept.ts'
import { Overtaken } from './told.tsx'

const isWord = (value: unknown): value is Word =>
  typeof value === 'object' && value !== null && 'difference' in value && typeof value.difference === 'string'
const wordsOf = (kept: unknown): Words => {
  const words: Words = {}
  if (typeof kept !== 'object' || kept === null) return words
  for (const group of HANDOVER_GROUPS) {
    const word: unknown = Reflect.get(kept, group)
    if (isWord(word)) words[group] = word
  }
  return words
}

/** FD-701: the taker says a word to each group; a difference is written down and the lead hears of it. */
export const Accept = ({ handover }: { handover: HandoverView }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const name = `accept ${handover.id}`
  const [words, setWords] = useState(() => wordsOf(readKept(name)))
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<ApiError>()
  const accept = useApiMutation(acceptHandover, { touches: ['handover', 'handovers', 'matters', 'duty'] })
  useEffect(() => keep(name, words), [name, words])
  const say = (group: HandoverGroup, word: Partial<Word>) =>
    setWords((before) => ({ ...before, [group]: { agrees: undefined, difference: '', ...before[group], ...word } }))
  const agreeRest = () =>
    setWords((before) =>
      Object.fromEntries(
        HANDOVER_GROUPS.map((group) => [
          group,
          before[group]?.agrees === undefined ? { agrees: true, difference: '' } : before[group],
        ]),
      ),
    )
  const open = unsaid(words)
  const send = async () => {
    setTried(true)
    setRefused(undefined)
    const [first] = open
    if (first) return document.getElementById(`group-${first}`)?.scrollIntoView({ block: 'center' })
    try {
      await accept.mutateAsync({
        params: { estateId, id: handover.id },
        body: { version: handover.version, confirmations: confirmationsOf(words) },
      })
      keep(name, undefined)
      notice.good(t('handover.accepted', { number: handover.number }))
    } catch (error) {
      if (!isApiError(error)) throw error
      setRefused(error)
    }
  }
  return (
    <>
      {handover.groups.map((group) => {
        const word = words[group.group]
        const missing = tried && open.includes(group.group)
        return (
          <Group key={group.group} handover={handover} group={group} missing={missing}>
            <div className={styles.word}>
              <Segmented
                value={word?.agrees === undefined ? '' : word.agrees ? 'agrees' : 'differs'}
                aria-label={t('handover.confirmOf', { group: t(`handoverGroup.${group.group}`) })}
                onChange={(next) => say(group.group, { agrees: next === 'agrees' })}
                options={[
                  { value: 'agrees', label: t('handover.agrees') },
                  { value: 'differs', label: t('handover.differs') },
                ]}
              />
              {word?.agrees === false ? (
                <Input
                  autoFocus
                  value={word.difference}
                  maxLength={1000}
                  placeholder={t('handover.difference')}
                  aria-label={`${t(`handoverGroup.${group.group}`)} ${t('handover.difference')}`}
                  {...(missing ? { status: 'error' } : {})}
                  onChange={(event) => say(group.group, { difference: event.target.value })}
                />
              ) : null}
              {missing ? <span className={styles.bad}>{t('handover.sayWord')}</span> : null}
            </div>
          </Group>
        )
      })}
      {refused ? <Overtaken error={refused} /> : null}
      <div className={styles.acts}>
        <Button type="primary" loading={accept.isPending} onClick={() => void send()}>
          {t('handover.accept')}
        </Button>
        <Button onClick={agreeRest} disabled={open.length === 0}>
          {t('handover.agreeRest')}
        </Button>
        <span className="w-quiet w-small" role="status">
          {t('handover.said', { said: HANDOVER_GROUPS.length - open.length, all: HANDOVER_GROUPS.length })}
        </span>
      </div>
    </>
  )
}
