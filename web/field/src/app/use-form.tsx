import Dexie from 'dexie'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import type { Form, FormRef } from '../store/form.ts'
import { dropForm, emptyForm, formAt, keepForm, withValues } from '../store/forms.ts'
import { Button } from '../ui/button.tsx'
import { tellProblem } from '../ui/tell.tsx'
import { useField } from './field-context.ts'

/** Typing is written down when it pauses, and at once when the page goes. */
const PAUSE_MS = 300

const idsIn = (values: Record<string, unknown>, name: string): string[] => {
  const ids = values[name]
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}

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
  const { who } = useField()
  const key = `${who.userId} ${who.estateId} ${name}`
  const [form, setForm] = useState<Form>(() => emptyForm(key, who.userId))
  const [ready, setReady] = useState(false)
  // the newest, also between two drawings
  const newest = useRef(form)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const settled = useRef(false)

  const show = (next: Form) => {
    newest.current = next
    setForm(next)
  }
  const write = () => {
    clearTimeout(timer.current)
    timer.current = undefined
    return settled.current ? Promise.resolve() : keepForm(newest.current).catch(tellProblem)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form
  useEffect(() => {
    let left = false
    formAt(key)
      .then((kept) => left || show(kept ?? emptyForm(key, who.userId)))
      .catch(tellProblem)
      .finally(() => setReady(true))
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
    show(withValues(newest.current, part))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void write(), PAUSE_MS)
  }
  return {
    values: { ...empty, ...form.values },
    ready,
    begun: Object.keys(form.values).length > 0,
    change,
    files: (list) => ({
      ownerId: form.ownerId,
      ids: idsIn(form.values, list),
      // inside the transaction that keeps the file
      onAdd: async (id) => {
        if (settled.current) return
        const added = (to: Form) => withValues(to, { [list]: [...idsIn(to.values, list), id] })
        Dexie.currentTransaction?.on('complete', () => show(added(newest.current)))
        await keepForm(added(newest.current))
      },
      onDrop: async (id) => {
        change({ [list]: idsIn(newest.current.values, list).filter((one) => one !== id) })
        await write()
      },
    }),
    settle: async (make) => {
      if (settled.current) return false
      settled.current = true
      const done = await make(newest.current).catch((problem: unknown) => {
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
      await dropForm(newest.current).catch(tellProblem)
      show(emptyForm(key, who.userId))
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
