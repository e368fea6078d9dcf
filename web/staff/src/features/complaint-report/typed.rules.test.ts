import { expect, test } from 'vitest'
import { inConflict, keepMine, shownText, takeTheirs, typedFrom, typeInto, unsaved } from './typed.rules.ts'

const part = (text: string) => ({ name: 'overall' as const, text })

test('CP-104 what is typed stays until the server has it, also an emptied part, and also over a reload', () => {
  const typed = typeInto({}, part('旧'), '新的')
  expect(shownText(typed, part('旧'))).toBe('新的')
  expect(unsaved(typed, [part('旧')])).toEqual({ overall: { text: '新的', base: '旧' } })
  expect(unsaved(typed, [part('新的')])).toEqual({})
  expect(unsaved(typeInto({}, part('旧'), ''), [part('旧')])).toEqual({ overall: { text: '', base: '旧' } })
  expect(typedFrom(JSON.parse(JSON.stringify({ ...typed, nonsense: 1, focus: 'x' })))).toEqual(typed)
})

test('CP-104 a part that somebody else has written meanwhile is never overwritten unseen', () => {
  const typed = typeInto(typeInto({}, part('旧'), '我'), part('旧'), '我的')
  expect(inConflict(typed, part('旧'))).toBe(false)
  expect(inConflict(typed, part('别人的'))).toBe(true)
  expect(inConflict(typeInto(typed, part('别人的'), '我的话'), part('别人的'))).toBe(true)
  expect(inConflict(keepMine(typed, part('别人的')), part('别人的'))).toBe(false)
  expect(shownText(takeTheirs(typed, part('别人的')), part('别人的'))).toBe('别人的')
})

test('CP-104 after a save the next typing begins from what was saved', () => {
  const saved = typeInto({}, part(''), '第一句')
  expect(typeInto(saved, part('第一句'), '第一句。第二句').overall?.base).toBe('第一句')
})
