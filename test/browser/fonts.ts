import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const WEIGHTS = ['400Regular', '500Medium', '600SemiBold', '700Bold']

/**
 * Writes a fontconfig file that knows Noto Sans SC and nothing else, and returns its path.
 * Test machines often have no Chinese font at all; and with one font everywhere, pictures compare.
 */
export function fontConfiguration(): string {
  const home = resolve('.cache/fonts')
  const fonts = resolve('node_modules/@expo-google-fonts/noto-sans-sc')
  mkdirSync(home, { recursive: true })
  const file = join(home, 'fonts.conf')
  writeFileSync(
    file,
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      '<fontconfig>',
      ...WEIGHTS.map((weight) => `  <dir>${join(fonts, weight)}</dir>`),
      `  <cachedir>${join(home, 'cache')}</cachedir>`,
      '</fontconfig>',
      '',
    ].join('\n'),
  )
  return file
}
