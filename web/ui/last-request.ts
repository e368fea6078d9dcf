/** The number of the last request that was answered: when a page fails, it leads the administrator to the right place of the log. */
let last: string | undefined

export const noteRequest = (id: string | null) => {
  if (id) last = id
}
export const lastRequest = (): string | undefined => last
