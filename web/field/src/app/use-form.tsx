import { useEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { db } from '../store/db.ts'
import { isTaking } from '../store/files.ts'
import type { FormRef } from '../store/form.ts'
import { addFile, dropFileOf, dropForm, emptyForm, formAt, keepValues } from '../store/forms.ts'
import { useLive } from '../store/use-live.ts'
import { Button } from '../ui/button.tsx'
import { tell, tellProblem } from '../ui/tell.tsx'
import { useField } from './field-context.ts'

/** Typing is written down when it pauses, and at once when the page goes. */
const PAUSE_MS = 300

export type KeptForm<T> = {
  values: T
  /** False for the moment in which what was kept is read. */
  ready: boolean
  /** Whether something was filled in. */
  begun: boolean
  change: (part: Partial<T>) => void
  /** The photos or voice notes under a name of the values, for their field. */
  files: (name: keyof T & string) => {
    ownerId: string
    takenFor: string
    ids: readonly string[]
    onAdd: (id: string) => Promise<unknown>
    onDrop: (id: string) => Promise<unknown>
  }
  /** Hands the form over to what makes an act of it in the same transaction; whether that was done. */
  settle: (make: (form: FormRef) => Promise<boolean>) => Promise<boolean>
  giveUp: () => Promise<void>
}

/** A form that is kept on the phone while it is filled in: left or closed with the browser, it is there again. */
export const useForm = <T extends Record<string, unknown>>(name: string, empty: T): KeptForm<T> => {
  const { t } = useTexts()
  const { who } = useField()
  const key = `${who.userId} ${who.estateId} ${name}`
  const [given, setGiven] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form, and anew when it was given up
  const fresh = useMemo(() => emptyForm(key, who.userId), [key, given])
  const [typed, setTyped] = useState<Record<string, unknown>>({})
  const [read, setRead] = useState(false)
  const kept = useLive(async () => (await db.forms.get(key)) ?? null, `form ${key}`)
  const form = kept ?? fresh
  // the newest, also between two drawings
  const newest = useRef(typed)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const settled = useRef(false)

  const show = (next: Record<string, unknown>) => {
    newest.current = next
    setTyped(next)
  }
  const write = () => {
    clearTimeout(timer.current)
    timer.current = undefined
    return settled.current ? Promise.resolve() : keepValues(fresh, newest.current).catch(tellProblem)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form
  useEffect(() => {
    let left = false
    formAt(key)
      .then((found) => left || show(found?.values ?? {}))
      .catch(tellProblem)
      .finally(() => setRead(true))
    const flush = () => void (timer.current !== undefined && write())
    addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      left = true
      flush()
      removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [key])

  const change = (part: Record<string, unknown>) => {
    show({ ...newest.current, ...part })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void write(), PAUSE_MS)
  }
  return {
    values: { ...empty, ...typed, ...form.files },
    ready: read && kept !== undefined,
    begun: Object.keys(typed).length > 0 || Object.values(form.files).some((ids) => ids.length > 0),
    change,
    files: (list) => ({
      ownerId: form.ownerId,
      // the same for every opening of this form
      takenFor: key,
      ids: form.files[list] ?? [],
      // inside the transaction that keeps the file
      onAdd: async (id) => {
        if (!settled.current) await addFile(fresh, list, id)
      },
      onDrop: (id) => dropFileOf(fresh, list, id),
    }),
    settle: async (make) => {
      if (settled.current) return false
      if (isTaking(key)) {
        tell(t('onsite.photo.wait'))
        return false
      }
      settled.current = true
      const done = await make(form).catch((problem: unknown) => {
        tellProblem(problem)
        return false
      })
      settled.current = done
      if (!done) await write()
      return done
    },
    giveUp: async () => {
      clearTimeout(timer.current)
      timer.current = undefined
      await dropForm(form).catch(tellProblem)
      setGiven(given + 1)
      show({})
    },
  }
}

/** What is filled in stays on the phone until it is sent, or given up here. */
export const GiveUp = ({ form: { begun, giveUp } }: { form: Pick<KeptForm<unknown>, 'begun' | 'giveUp'> }) => {
  const { t } = useTexts()
  const [asked, setAsked] = useState(false)
  if (!begun) return null
  return (
    <>
      <p className="w-quiet">{t('onsite.form.kept')}</p>
      <Button
        kind={asked ? 'danger' : 'quiet'}
        onClick={() => {
          if (asked) void giveUp()
          setAsked(!asked)
        }}
      >
        {t(asked ? 'onsite.form.giveUpYes' : 'onsite.form.giveUp')}
      </Button>
    </>
  )
}
