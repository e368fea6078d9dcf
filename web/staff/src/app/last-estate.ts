import type { SessionEstate } from '#contract/session.ts'

const NAME = 'wuyou.estate'

/** The estate worked in last on this device, so that tomorrow begins there. */
export const rememberEstate = (code: string) => {
  try {
    localStorage.setItem(NAME, code)
  } catch {
    // Without storage the first estate is as good.
  }
}
export const lastEstate = (estates: readonly SessionEstate[]): SessionEstate | undefined => {
  let code: string | null = null
  try {
    code = localStorage.getItem(NAME)
  } catch {
    // As above.
  }
  return estates.find((estate) => estate.code === code) ?? estates[0]
}
