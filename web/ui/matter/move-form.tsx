import { useMemo } from 'react'
import { getComplaintCase } from '#contract/complaint-case.ts'
import type { KindShape } from '#contract/kind.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { type MatterView, moveRoute } from '#contract/matters.ts'
import type { RouteShape } from '#contract/route.ts'
import { useCase } from '../complaint/use-case.ts'
import type { FieldSpec } from '../form/widget.ts'
import { type T, useTexts } from '../i18n.ts'
import { moveFields } from '../moves/move-fields.ts'
import { MoveForm as AnyMoveForm, type MoveLook } from '../moves/move-form.tsx'
import { useApiQuery } from '../query.ts'
import { useEstate } from '../session.tsx'
import { beginsWithCase, complaintLook } from './complaint-look.ts'
import { violationLook } from './violation-look.ts'

export type MoveFormProps = {
  matter: Pick<MatterView, 'id' | 'kind' | 'version' | 'number' | 'title' | 'appointmentFrom' | 'appointmentTo'> &
    Partial<Pick<MatterView, 'line' | 'handler' | 'channel'>>
  verb: string
  onDone: () => void
}

/** What is sensible to begin with: the line that is known, and the time it offered as the time told to the customer. */
const initialOf = (matter: MoveFormProps['matter'], verb: string): Record<string, unknown> => {
  if ((verb === 'askAvailability' || verb === 'dispatch') && matter.line) return { line: matter.line }
  if ((verb === 'confirm' || verb === 'reassign') && (matter.kind === 'finding' || matter.kind === 'violation'))
    return { line: matter.line ?? undefined, handlerId: matter.handler?.id }
  // who handles it answers for it, unless somebody else is named
  if (['reply', 'replyInterim', 'proposeAgain', 'fillHandlingForm'].includes(verb) && matter.handler)
    return { responsibleId: matter.handler.id, ...(verb === 'fillHandlingForm' ? {} : { way: wayOf(matter.channel) }) }
  return verb === 'confirmToCustomer' && matter.appointmentFrom && matter.appointmentTo
    ? { from: matter.appointmentFrom, to: matter.appointmentTo, toldBy: 'phone' }
    : {}
}

/** A customer is answered on the way they came. */
const wayOf = (channel: string | undefined): string =>
  channel === 'forum'
    ? 'post'
    : channel === 'visit'
      ? 'inPerson'
      : channel === 'app_message'
        ? 'message'
        : channel === 'letter' || channel === 'email'
          ? 'letter'
          : 'phone'

/** What a matter is merged into: another of its kind that is open; a complaint that is closed is taken up again. */
const mergeFields = (t: T, { id, kind }: MoveFormProps['matter']): Record<string, FieldSpec> => {
  const shape: KindShape = KINDS[kind]
  const { intoId } = moveFields(t, shape, 'merge')
  if (!intoId) return {}
  const among = kind === 'complaint' ? { open: null, without: shape.final.filter((state) => state !== 'CLOSED') } : {}
  return { intoId: { ...intoId, extra: { kind, except: id, ...among } } }
}

/** CP-112: what quality approved is posted word for word, so that nobody types it anew; `asked` until it is known. */
const useApproved = (matter: MoveFormProps['matter'], verb: string): { asked: boolean; reply?: string } => {
  const { id: estateId } = useEstate()
  const wanted = matter.kind === 'complaint' && verb === 'reply'
  const found = useApiQuery(getComplaintCase, wanted ? { params: { estateId, id: matter.id } } : null, {
    topics: ['matters', 'complaints'],
  })
  const post = found.data?.post
  return {
    asked: wanted && found.isPending,
    ...(post?.verdict === 'approved' && post.reviewText ? { reply: post.reviewText } : {}),
  }
}

/** The dialogue of one move of a matter. */
export const MoveForm = (props: MoveFormProps) => {
  const { t } = useTexts()
  const { matter, verb } = props
  const { asked, ...approved } = useApproved(matter, verb)
  if (asked) return null
  if (beginsWithCase(matter.kind, verb)) return <OfCase {...props} />
  const own: MoveLook =
    verb === 'merge'
      ? { fields: mergeFields(t, matter) }
      : matter.kind === 'complaint'
        ? complaintLook(t, verb, undefined)
        : matter.kind === 'violation'
          ? violationLook(t, verb)
          : {}
  return <Dialogue {...props} look={{ ...own, initial: { ...own.initial, ...initialOf(matter, verb), ...approved } }} />
}

/** Opens once it is known what was written down before. */
const OfCase = (props: MoveFormProps) => {
  const { t } = useTexts()
  const found = useCase(props.matter)
  return found ? <Dialogue {...props} look={complaintLook(t, props.verb, found)} /> : null
}

const Dialogue = ({ matter, verb, onDone, look }: MoveFormProps & { look: MoveLook }) => {
  const shape: KindShape = KINDS[matter.kind]
  const route = useMemo<RouteShape>(() => moveRoute(matter.kind, verb as never), [matter.kind, verb])
  return (
    <AnyMoveForm
      shape={shape}
      verb={verb}
      route={route}
      subject={matter}
      touches={['matters', 'orders', matter.kind, shape.plural]}
      hint={matter.title}
      look={look}
      onDone={onDone}
      onClose={onDone}
    />
  )
}
