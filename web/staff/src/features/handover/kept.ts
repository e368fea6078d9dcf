/** Something typed and not sent, kept in this tab under a name. */
export const readKept = (name: string): unknown => {
  try {
    return JSON.parse(sessionStorage.getItem(`wuyou.draft.handover ${name}`) ?? 'null')
  } catch {
    return null
  }
}
export const keep = (name: string, value: unknown) => {
  try {
    if (value === undefined) sessionStorage.removeItem(`wuyou.draft.handover ${name}`)
    else sessionStorage.setItem(`wuyou.draft.handover ${name}`, JSON.stringify(value))
  } catch {
    // Without storage a reload loses what was typed; nothing else.
  }
}
