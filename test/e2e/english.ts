import type { Page } from 'playwright-core'

const CHINESE = /[一-鿿]/
/** Languages are named in themselves, and so is the product. */
const OWN_NAMES = ['中文', '无忧']

/**
 * Hears every answer of the server on a page. What stands in one (names, rooms, words of customers) is written as it
 * was written by people; every other word is ours and has to be English.
 */
export const hearAnswers = (page: Page): { left(): Promise<string[]> } => {
  const data = new Set<string>(OWN_NAMES)
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    if (!response.url().includes('/api/') || !response.headers()['content-type']?.includes('json')) return
    const read = response.json().then(
      (body: unknown) => keepWords(body, data),
      // a page that was left takes its answers along
      () => undefined,
    )
    reading.push(read)
  })
  return {
    /** Chinese words that the page shows, or says to a screen reader, and that no answer contained. */
    left: async () => {
      // first what is shown, then the answers: a word that is there has been answered
      const shown = await shownWords(page)
      await Promise.all(reading)
      const known = [...data].sort((a, b) => b.length - a.length)
      const unknown = (text: string) => {
        const rest = known.reduce((left, word) => left.replaceAll(word, ''), text)
        return CHINESE.test(rest) && !known.some((word) => text.length > 0 && isPartOf(text, word))
      }
      return shown.filter((text) => CHINESE.test(text) && unknown(text))
    },
  }
}

/** A picture of a person shows one letter of the name; a long text is cut at its end. */
const isPartOf = (text: string, word: string): boolean =>
  text.length === 1 ? word.endsWith(text) : text.endsWith('…') && word.startsWith(text.slice(0, -1))

const keepWords = (value: unknown, words: Set<string>): void => {
  if (typeof value === 'string') {
    if (!CHINESE.test(value)) return
    words.add(value)
    for (const line of value.split('\n')) if (CHINESE.test(line)) words.add(line.trim())
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) keepWords(inner, words)
  }
}

const shownWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const words: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      // what is meant in another language says so
      if (parentElement?.closest('script, style, noscript, body [lang^="zh"]')) continue
      words.push(textContent?.trim() ?? '')
    }
    for (const element of document.querySelectorAll('[placeholder], [aria-label], [title], [alt]'))
      for (const name of ['placeholder', 'aria-label', 'title', 'alt']) words.push(element.getAttribute(name) ?? '')
    return words
  })
