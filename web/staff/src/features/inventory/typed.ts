const nameOf = (key: string) => `wuyou.draft.inventory ${key}`

/** Notes that are typed and not sent, kept in this tab. */
export const readTyped = (key: string): string => {
  try {
    return sessionStorage.getItem(nameOf(key)) ?? ''
  } catch {
    return ''
  }
}
export const writeTyped = (key: string, text: string) => {
  try {
    if (text) sessionStorage.setItem(nameOf(key), text)
    else sessionStorage.removeItem(nameOf(key))
  } catch {
    // Without storage a reload loses what was typed; nothing else.
  }
}
export const dropTyped = (key: string) => writeTyped(key, '')
