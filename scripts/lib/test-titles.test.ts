import { expect, test } from 'vitest'
import { titlesIn } from './test-titles.ts'

test('titles are found in every way a test can be written', () => {
  // Numbers that no rule has, so that nothing counts these as proof.
  const source = [
    "test('CP-9001 plain', () => {})",
    "describe('FD-9002 group', () => {",
    `  it(\`VS-9003 \${name} open\`, () => {})`,
    "  test.each([['a', 1]])('DS-9004 %s', () => {})",
    "  test.skipIf(true)('OS-9005 conditional', () => {})",
    '})',
    "expect('KN-9006 is no title').toBe('KN-9006 is no title')",
    "other.test('KN-9007 neither')",
    "// test('KN-9008 in a comment')",
  ].join('\n')
  expect(titlesIn('x.test.ts', source)).toEqual([
    { title: 'CP-9001 plain', line: 1 },
    { title: 'FD-9002 group', line: 2 },
    { title: `VS-9003 \${name} open`, line: 3 },
    { title: 'DS-9004 %s', line: 4 },
    { title: 'OS-9005 conditional', line: 5 },
  ])
})
