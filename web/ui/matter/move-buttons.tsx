import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { type KindShape, startsOf } from '#contract/kind.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { type MatterView, moveRoute } from '#contract/matters.ts'
import type { RouteShape } from '#contract/route.ts'
import { toApiError } from '../api-error.ts'
import { ConfirmButton } from '../confirm-button.tsx'
import { errorText } from '../error-text.ts'
import { type T, useTexts } from '../i18n.ts'
import { asksNothing, useMove } from '../moves/use-move.ts'
import styles from './matter.module.css'
import { MoveForm } from './move-form.tsx'
import { wordFor } from './words.ts'

const SHOWN = 4

/** It leads to where nothing leads away from: one press too many could not be taken back. */
const isForGood = (shape: KindShape, verb: string): boolean => {
  const to = shape.verbs[verb]?.to
  return to !== undefined && to !== 'same' && !Object.values(shape.verbs).some((v) => startsOf(shape, v).includes(to))
}

const AtOnce = ({ matter, verb, label }: { matter: MatterView; verb: string; label: string }) => {
  const route: RouteShape = moveRoute(matter.kind, verb as never)
  const shape: KindShape = KINDS[matter.kind]
  const { t } = useTexts()
  const { sendNow, busy } = useMove({ shape, verb, route, subject: matter, touches: ['matters', shape.plural] })
  if (isForGood(shape, verb))
    return (
      <ConfirmButton
        type="primary"
        loading={busy}
        question={t('matter.forGood', { verb: label })}
        confirmLabel={label}
        onConfirm={sendNow}
      >
        {label}
      </ConfirmButton>
    )
  return (
    <Button type="primary" loading={busy} onClick={() => void sendNow()}>
      {label}
    </Button>
  )
}

type Offer = MatterView['moves'][number]

/** What has to come first, in the words in which it would be refused. */
const barredItems = (t: T, barred: MatterView['barred'], word: (verb: string) => string) =>
  barred.map(({ verb, code, details }) => ({
    key: verb,
    disabled: true,
    label: (
      <>
        {word(verb)}
        <span className={`${styles.why} w-small`}>
          {errorText(t, toApiError(0, { error: { code, details } }, null))}
        </span>
      </>
    ),
  }))

const GROUPS = ['customer', 'cause', 'risk', 'online', 'file'] as const

/** What has no heading comes first; the others under theirs, so that a long menu is found at a glance. */
const menuOf = (
  moves: readonly Offer[],
  shape: KindShape,
  word: (verb: string) => string,
  heading: (group: (typeof GROUPS)[number]) => string,
) => {
  const items = (list: readonly Offer[]) =>
    list.map((m) => ({ key: m.verb, label: word(m.verb), danger: m.tone === 'danger' }))
  const of = (group: string | undefined) => moves.filter((m) => shape.verbs[m.verb]?.group === group)
  // what is dangerous is looked for in a hurry
  const urgentFirst = (list: readonly Offer[]) =>
    [...list].sort((a, b) => Number(b.tone === 'danger') - Number(a.tone === 'danger'))
  const groups = GROUPS.filter((group) => of(group).length > 0)
  return [
    ...items(of(undefined)),
    ...groups.map((group) => ({
      type: 'group' as const,
      key: group,
      label: heading(group),
      children: items(urgentFirst(of(group))),
    })),
  ]
}

/** The moves open to this person now: what is most likely next first, the rest in a menu, and last what is barred, with the reason. */
export const MoveButtons = ({ matter }: { matter: MatterView }) => {
  const { t } = useTexts()
  const [verb, setVerb] = useState<string>()
  const shape: KindShape = KINDS[matter.kind]
  const word = (name: string) => wordFor(t, `verb.${name}`, name)
  const order = { main: 0, plain: 1, danger: 2 } as const
  const sorted = [...matter.moves].sort((a, b) => order[a.tone] - order[b.tone])
  const main = sorted.filter((m) => m.tone === 'main')
  const shown = [...main, ...sorted.filter((m) => m.tone !== 'main' && m.verb === 'note')].slice(0, SHOWN)
  const rest = sorted.filter((m) => !shown.includes(m))
  return (
    <div className={styles.moves}>
      {shown.map((m) =>
        asksNothing(shape, m.verb) ? (
          <AtOnce key={m.verb} matter={matter} verb={m.verb} label={word(m.verb)} />
        ) : (
          <Button key={m.verb} type={m === main[0] ? 'primary' : 'default'} onClick={() => setVerb(m.verb)}>
            {word(m.verb)}
          </Button>
        ),
      )}
      {rest.length + matter.barred.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            style: { maxHeight: '70vh', overflowY: 'auto' },
            items: [
              ...menuOf(rest, shape, word, (group) => t(`moveGroup.${group}`)),
              ...barredItems(t, matter.barred, word),
            ],
            onClick: ({ key }) => setVerb(key),
          }}
        >
          <Button icon={<MoreOutlined />}>{t('common.more')}</Button>
        </Dropdown>
      ) : null}
      {verb ? <MoveForm key={verb} matter={matter} verb={verb} onDone={() => setVerb(undefined)} /> : null}
    </div>
  )
}
