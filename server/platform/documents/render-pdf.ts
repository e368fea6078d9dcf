import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const FORMS = join(import.meta.dirname, '../../../content/forms')
const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))

let compiler: NodeCompiler | undefined
const templates = new Map<string, string>()

const templateOf = (name: string): string => {
  const known = templates.get(name)
  if (known !== undefined) return known
  const text = `${readFileSync(join(FORMS, 'page.typ'), 'utf8')}\n${readFileSync(join(FORMS, `${name}.typ`), 'utf8')}`
  templates.set(name, text)
  return text
}

/** Prints a form of content/forms with this data as PDF. Data is text to Typst, never markup: nothing a customer wrote is executed. */
export const renderPdf = (form: string, data: unknown, { tagged = true } = {}): Buffer => {
  compiler ??= NodeCompiler.create({
    workspace: FORMS,
    fontArgs: [
      {
        fontBlobs: ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((file) =>
          readFileSync(join(FONTS, file)),
        ),
      },
    ],
  })
  const inputs = { data: JSON.stringify(data) }
  const pdf = compiler.pdf({ mainFileContent: templateOf(form), inputs }, { pdfTags: tagged })
  compiler.evictCache(10)
  return pdf
}
