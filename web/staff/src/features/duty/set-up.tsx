import { Button, Drawer } from 'antd'
import { useState } from 'react'
import {
  ChangePost,
  ChangeShift,
  changePost,
  changeShift,
  createPost,
  createShift,
  listPosts,
  listShifts,
  NewPost,
  NewShift,
  POST_KINDS,
  type PostView,
  type ShiftView,
} from '#contract/duty.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useIsPhone } from '#ui/media.ts'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { useTimes } from './cell.tsx'
import styles from './duty.module.css'

const PostForm = ({ post, onClose }: { post: PostView | undefined; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const create = useApiMutation(createPost)
  const change = useApiMutation(changePost)
  const fields = {
    name: { label: t('dutyPage.name'), autoFocus: true },
    kind: {
      label: t('dutyPage.kind'),
      widget: 'select',
      options: POST_KINDS.map((value) => ({ value, label: t(`postKind.${value}`) })),
    },
    acceptsComplaints: { label: t('dutyPage.accepts') },
    position: { label: t('dutyPage.position') },
  }
  const shared = { onClose, submitLabel: t('common.save') }
  if (!post) {
    return (
      <FormDialog
        {...shared}
        title={t('dutyPage.newPost')}
        schema={NewPost}
        fields={fields}
        initial={{ kind: 'frontDesk' }}
        onSubmit={async (body) => {
          await create.mutateAsync({ params: { estateId }, body })
          onClose()
        }}
      />
    )
  }
  const { id, ...initial } = post
  return (
    <FormDialog
      {...shared}
      title={post.name}
      schema={ChangePost}
      fields={{ ...fields, active: { label: t('dutyPage.inUse') } }}
      initial={initial}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { estateId, id }, body })
        onClose()
      }}
    />
  )
}

const ShiftForm = ({ shift, onClose }: { shift: ShiftView | undefined; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const create = useApiMutation(createShift)
  const change = useApiMutation(changeShift)
  const fields = {
    name: { label: t('dutyPage.name'), autoFocus: true },
    from: { label: t('dutyPage.from'), widget: 'time' },
    to: { label: t('dutyPage.to'), widget: 'time' },
    overMidnight: { label: t('dutyPage.overMidnight') },
  }
  const shared = { onClose, submitLabel: t('common.save') }
  if (!shift) {
    return (
      <FormDialog
        {...shared}
        title={t('dutyPage.newShift')}
        schema={NewShift}
        fields={fields}
        initial={{ overMidnight: false }}
        onSubmit={async (body) => {
          await create.mutateAsync({ params: { estateId }, body })
          onClose()
        }}
      />
    )
  }
  const { id, ...initial } = shift
  return (
    <FormDialog
      {...shared}
      title={shift.name}
      schema={ChangeShift}
      fields={{ ...fields, active: { label: t('dutyPage.inUse') } }}
      initial={initial}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { estateId, id }, body })
        onClose()
      }}
    />
  )
}

type Line = { id: string; name: string; note: string; active: boolean }
const Lines = ({
  title,
  add,
  lines,
  onOpen,
}: {
  title: string
  add: string
  lines: Line[]
  onOpen: (id?: string) => void
}) => {
  const { t } = useTexts()
  return (
    <section className={styles.setUp} aria-label={title}>
      <h2>
        {title}
        <Button size="small" onClick={() => onOpen()}>
          {add}
        </Button>
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <span className={styles.setUpName}>
              {line.name} <span className="w-small w-quiet w-figures">{line.note}</span>
            </span>
            {line.active ? null : <StateTag tone="ended">{t('dutyPage.closedPost')}</StateTag>}
            <Button size="small" aria-label={`${t('common.edit')}: ${line.name}`} onClick={() => onOpen(line.id)}>
              {t('common.edit')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Posts and shift definitions of the estate. */
export const SetUp = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const phone = useIsPhone()
  const times = useTimes()
  const [open, setOpen] = useState<{ what: 'post' | 'shift'; id?: string | undefined }>()
  const posts = useApiQuery(listPosts, { params: { estateId } })
  const shifts = useApiQuery(listShifts, { params: { estateId } })
  const close = () => setOpen(undefined)
  return (
    <Drawer open title={t('dutyPage.setUp')} onClose={onClose} size={phone ? '100%' : 480} destroyOnHidden>
      <QueryView query={posts}>
        {({ rows }) => (
          <>
            <Lines
              title={t('dutyPage.posts')}
              add={t('dutyPage.newPost')}
              lines={rows.map((post) => ({
                ...post,
                note: [t(`postKind.${post.kind}`), ...(post.acceptsComplaints ? [t('dutyPage.accepts')] : [])].join(
                  ' · ',
                ),
              }))}
              onOpen={(id) => setOpen({ what: 'post', id })}
            />
            {open?.what === 'post' ? <PostForm post={rows.find(({ id }) => id === open.id)} onClose={close} /> : null}
          </>
        )}
      </QueryView>
      <QueryView query={shifts}>
        {({ rows }) => (
          <>
            <Lines
              title={t('dutyPage.shifts')}
              add={t('dutyPage.newShift')}
              lines={rows.map((shift) => ({ ...shift, note: times(shift) }))}
              onOpen={(id) => setOpen({ what: 'shift', id })}
            />
            {open?.what === 'shift' ? (
              <ShiftForm shift={rows.find(({ id }) => id === open.id)} onClose={close} />
            ) : null}
          </>
        )}
      </QueryView>
    </Drawer>
  )
}
