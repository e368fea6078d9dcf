import { UnreadableFile } from './source-sheet.ts'

/**
 * A pull scanner for the XML of workbooks: tags, attributes, text. Names lose their prefix (`x:row` is `row`). Document
 * types are refused, so that no entity can be defined; only the five of XML and numbers are known.
 *
 * Why not exceljs: its `load` builds a cell for every cell of a merge or data validation and so never returns on a
 * dropdown over whole columns (ordinary ledgers have them); its stream reader decodes chunk by chunk and spoils Chinese
 * text at the borders (its issues 2063, 2084, 2316; measured 29 of 20,000 names); neither bounds what it unpacks.
 */
export type XmlScanner = {
  /** Moves to the next tag; false at the end of the document. */
  next(): boolean
  /** Name of the tag, without prefix. */
  name: string
  /** A closing tag, or the empty tag's own end is `empty`. */
  closing: boolean
  empty: boolean
  /** Text between the tag before and this one. */
  text: string
  attribute(name: string): string | undefined
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decodeXml = (raw: string): string =>
  raw.includes('&')
    ? raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
        if (name) return NAMED[name] ?? whole
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
      })
    : raw

/** Excel writes characters that XML cannot hold as _x000D_, and a real _x0041_ as _x005F_x0041_. */
export const decodeExcel = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

const forms = new Map<string, RegExp>()
const attributeForm = (name: string): RegExp => {
  const form = forms.get(name) ?? new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  forms.set(name, form)
  return form
}

export const scanXml = (xml: string): XmlScanner => {
  let at = 0
  let attributes = ''
  const broken = () => new UnreadableFile('broken')
  const skipTo = (end: string, from: number): number => {
    const found = xml.indexOf(end, from)
    if (found < 0) throw broken()
    return found + end.length
  }
  const scanner: XmlScanner = {
    name: '',
    closing: false,
    empty: false,
    text: '',
    attribute: (name) => {
      if (attributes === '') return undefined
      // The usual way of writing first: sheets ask a million times.
      const usual = ` ${name}="`
      const found = attributes.indexOf(usual)
      if (found >= 0) {
        const from = found + usual.length
        return decodeXml(attributes.slice(from, attributes.indexOf('"', from)))
      }
      if (!attributes.includes(name)) return undefined
      const match = attributeForm(name).exec(attributes)
      return match ? decodeXml(match[1] ?? match[2] ?? '') : undefined
    },
    next: () => {
      scanner.text = ''
      for (;;) {
        const open = xml.indexOf('<', at)
        if (open < 0) return false
        if (open > at) scanner.text += decodeXml(xml.slice(at, open))
        const sign = xml.charCodeAt(open + 1)
        if (sign === 33 /* ! */) {
          if (xml.startsWith('<!--', open)) at = skipTo('-->', open + 4)
          else if (xml.startsWith('<![CDATA[', open)) {
            at = skipTo(']]>', open + 9)
            scanner.text += xml.slice(open + 9, at - 3)
          } else throw broken()
          continue
        }
        if (sign === 63 /* ? */) {
          at = skipTo('?>', open + 2)
          continue
        }
        // No attribute of a workbook's parts holds a bare >; one that did would only cut its own tag short.
        const close = skipTo('>', open) - 1
        scanner.closing = sign === 47 /* / */
        scanner.empty = xml.charCodeAt(close - 1) === 47
        const body = xml.slice(open + (scanner.closing ? 2 : 1), scanner.empty ? close - 1 : close)
        const space = body.search(/\s/)
        const name = space < 0 ? body : body.slice(0, space)
        attributes = space < 0 ? '' : body.slice(space)
        scanner.name = name.slice(name.indexOf(':') + 1)
        at = close + 1
        return true
      }
    },
  }
  return scanner
}
