import { expect, test } from 'vitest'
import { contrast, PALETTES, TONES } from './palette.ts'

const AA = 4.5
const AA_SHAPE = 3

for (const mode of ['light', 'dark'] as const) {
  const palette = PALETTES[mode]
  const grounds = [palette.page, palette.surface, palette.raised, palette.sunken, palette.hover]

  test(`${mode}: text in three strengths and the accent reach AA on every ground`, () => {
    for (const ground of grounds) {
      for (const text of [palette.text, palette.textQuiet, palette.textFaint, palette.accent]) {
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(AA)
      }
    }
    expect(contrast(palette.text, palette.accentGround)).toBeGreaterThanOrEqual(AA)
    expect(contrast(palette.accent, palette.accentGround)).toBeGreaterThanOrEqual(AA)
  })

  test(`${mode}: words on filled buttons reach AA in every state`, () => {
    for (const fill of [palette.accent, palette.accentHover, palette.accentActive]) {
      expect(contrast(palette.onAccent, fill)).toBeGreaterThanOrEqual(AA)
    }
    expect(contrast(palette.onDanger, palette.tone.late.text)).toBeGreaterThanOrEqual(AA)
  })

  test(`${mode}: every tone reaches AA on its ground and on the surfaces`, () => {
    for (const tone of TONES) {
      const { text, ground } = palette.tone[tone]
      for (const under of [ground, palette.surface, palette.page, palette.raised]) {
        expect(contrast(text, under), `${tone} ${text} on ${under}`).toBeGreaterThanOrEqual(AA)
      }
    }
  })

  test(`${mode}: edges of fields and series of charts can be seen`, () => {
    expect(contrast(palette.edgeStrong, palette.surface)).toBeGreaterThanOrEqual(AA_SHAPE)
    for (const colour of palette.series)
      expect(contrast(colour, palette.surface), colour).toBeGreaterThanOrEqual(AA_SHAPE)
  })
}
