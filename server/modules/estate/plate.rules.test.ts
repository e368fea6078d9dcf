import { expect, test } from 'vitest'
import { readPlates } from './plate.rules.ts'

test.each([
  ['粤B12345', ['粤B12345']],
  ['粤BUH2K0', ['粤BUH2K0']],
  ['粤b·12345', ['粤B12345']],
  ['粤B-D12345', ['粤BD12345']],
  ['粤B12345D', ['粤B12345D']],
  ['粤Z1234港', ['粤Z1234港']],
  ['粤Z1234澳', ['粤Z1234澳']],
  ['粤B1234学', ['粤B1234学']],
  ['京A1234警', ['京A1234警']],
  ['粤B1234挂', ['粤B1234挂']],
  ['使123456', ['使123456']],
  ['WJ粤1234X', ['WJ粤1234X']],
  ['粤B12345/粤BD12345、粤B54321', ['粤B12345', '粤BD12345', '粤B54321']],
  ['粤B12345 粤B54321', ['粤B12345', '粤B54321']],
  ['粤B 12345', ['粤B12345']],
  ['粤B12345\n粤B12345', ['粤B12345']],
  ['无', []],
])('plate: %j', (text, plates) => {
  expect(readPlates(text)).toEqual({ plates, troubles: [] })
})

test.each(['粤BO1234', '粤BI2345', '粤B1234', '粤B123456', 'B12345', '黑白车'])('plate: %s is none', (text) => {
  expect(readPlates(text)).toEqual({ plates: [], troubles: [text] })
})
