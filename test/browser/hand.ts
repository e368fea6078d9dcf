import type { Locator, Page } from 'playwright-core'

export type Effort = {
  /** Presses, a chord such as Ctrl + Enter counting once. */
  presses: number
  /** Keys that went down, a chord counting each of its keys. */
  keys: number
  clicks: number
}

/** A hand at keyboard and mouse that counts what it does; the words themselves are typed without being counted. */
export type Hand = {
  press(chord: string): Promise<void>
  words(text: string): Promise<void>
  click(target: Locator): Promise<void>
  effort(): Effort
}

export const handAt = (page: Page): Hand => {
  const effort: Effort = { presses: 0, keys: 0, clicks: 0 }
  return {
    press: async (chord) => {
      effort.presses += 1
      effort.keys += chord.split('+').length
      await page.keyboard.press(chord)
    },
    words: (text) => page.keyboard.type(text),
    click: async (target) => {
      effort.clicks += 1
      await target.click()
    },
    effort: () => ({ ...effort }),
  }
}
