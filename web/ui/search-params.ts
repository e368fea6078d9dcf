/** What stands after the `?`: plain names and values, lists as repeated names. */
export type Search = Record<string, string | string[]>

export const parseSearch = (text: string): Search => {
  const search: Search = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name]
    if (before === undefined) search[name] = value
    else search[name] = Array.isArray(before) ? [...before, value] : [before, value]
  }
  return search
}

export const stringifySearch = (search: object): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one))
    }
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}
