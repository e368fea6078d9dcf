import { Alert, Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { type Publication, saveComplaintPublication } from '#contract/complaint-publication.ts'
import { isApiError } from '#ui/api-error.ts'
import { useTexts } from '#ui/i18n.ts'
import { issueText, toIssue } from '#ui/issue-text.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { Acts } from './acts.tsx'
import { AddItem } from './add-item.tsx'
import { Hits } from './hits.tsx'
import { type Errors, ItemCard } from './item-card.tsx'
import styles from './publications.module.css'
import { useShown } from './use-shown.ts'
import { useWork } from './use-work.ts'
import { hitsAt, itemsToSend, toSave, type WorkItem, wrongFields } from './work.rules.ts'

const FOREWORD_AT_MOST = 2000
const NO_ERRORS: ReadonlyMap<string, Errors> = new Map()

/** The items of a month with the foreword; what is typed stays until it is saved. */
export const Editor = ({ shown, over, onSaved }: { shown: Publication; over: boolean; onSaved: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const box = useRef<HTMLDivElement>(null)
  const { month } = shown
  const { work, dirty, stale, change, drop, keepMine } = useWork(shown, `publication ${estateId} ${month}`)
  const [wrong, setWrong] = useState(NO_ERRORS)
  const show = useShown()
  const save = useApiMutation(saveComplaintPublication, { onSuccess: show })
  const hits = hitsAt(shown, work)
  const focusFirst = () => setTimeout(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())

  const changeItem = (next: WorkItem) => {
    change({ ...work, items: work.items.map((item) => (item.matterId === next.matterId ? next : item)) })
    if (wrong.size > 0) setWrong(new Map([...wrong].filter(([id]) => id !== next.matterId)))
  }
  const submit = async () => {
    if (save.isPending) return
    const found = new Map<string, Errors>()
    for (const { matterId, item, issue } of wrongFields(work)) {
      const [place] = issue.path
      if (place !== 'text' && place !== 'outcome') continue
      found.set(matterId, { ...found.get(matterId), [place]: issueText(t, toIssue(issue, item[place].trim())) })
    }
    setWrong(found)
    if (found.size > 0) return void focusFirst()
    try {
      await save.mutateAsync({
        params: { estateId, month },
        body: { foreword: work.foreword, items: itemsToSend(work), version: work.base },
      })
      drop()
      notice.good(t('publication.saved'))
      onSaved()
    } catch (error) {
      if (!isApiError(error)) throw error
      const foreign = error.code === 'E_NOT_FOUND' && error.field?.startsWith('items.')
      notice.bad(foreign ? t('publication.notComplaint') : error)
    }
  }
  return (
    <Form layout="vertical" component="div">
      <div ref={box}>
        {stale ? (
          <Alert
            className={styles.alert ?? ''}
            type="warning"
            showIcon
            role="alert"
            title={t('publication.stale')}
            action={
              <span className={styles.facts}>
                <Button size="small" onClick={drop}>
                  {t('publication.takeTheirs')}
                </Button>
                <Button size="small" onClick={keepMine}>
                  {t('publication.keepMine')}
                </Button>
              </span>
            }
          />
        ) : null}
        <Form.Item
          label={t('publication.foreword')}
          htmlFor="publication-foreword"
          {...(hits.foreword.length > 0 ? { validateStatus: 'error' as const } : {})}
          help={hits.foreword.length > 0 ? <Hits id="foreword-why" hits={hits.foreword} /> : undefined}
        >
          <Input.TextArea
            id="publication-foreword"
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={FOREWORD_AT_MOST}
            value={work.foreword}
            placeholder={t('publication.forewordPlaceholder')}
            aria-invalid={hits.foreword.length > 0 || undefined}
            aria-describedby={hits.foreword.length > 0 ? 'foreword-why' : undefined}
            onChange={(event) => change({ ...work, foreword: event.target.value })}
          />
        </Form.Item>
        {work.items.length === 0 ? (
          <div className={`w-card ${styles.empty}`}>
            <EmptyState compact title={t('publication.noItems')} hint={t('publication.noItemsHint')} />
          </div>
        ) : (
          <ul className={styles.items} aria-label={t('publication.items')}>
            {work.items.map((item) => (
              <ItemCard
                key={item.matterId}
                item={item}
                errors={wrong.get(item.matterId)}
                hits={{ text: hits.of(item.matterId, 'text'), outcome: hits.of(item.matterId, 'outcome') }}
                onChange={changeItem}
              />
            ))}
          </ul>
        )}
        <AddItem
          known={work.items.map(({ matterId }) => matterId)}
          onAdd={(item) => change({ ...work, items: [...work.items, item] })}
        />
      </div>
      <div className={styles.bar}>
        <Button
          type={toSave(work, shown) ? 'primary' : 'default'}
          loading={save.isPending}
          disabled={stale}
          onClick={() => void submit()}
        >
          {t('publication.save')}
        </Button>
        <Acts shown={shown} over={over} unsaved={toSave(work, shown)} onRefused={focusFirst} />
        {dirty ? <StateTag tone="waiting">{t('publication.unsaved')}</StateTag> : null}
      </div>
    </Form>
  )
}
