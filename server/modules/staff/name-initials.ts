import { pinyin } from 'pinyin-pro'

/** 林晓雨 → lxy: what colleagues type. A surname is read as a surname (单 is `s`, 曾 is `z`); Latin letters stay. */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 60)
