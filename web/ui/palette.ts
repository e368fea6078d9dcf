/**
 * The colours of the house, once. `theme.ts` makes antd tokens and css variables of them;
 * `palette.test.ts` holds every pair of text and ground against WCAG AA (4.5 : 1).
 */
export const TONES = ['neutral', 'waiting', 'active', 'good', 'late', 'ended'] as const
/** What a state means to the person who reads it; the word always stands beside the colour. */
export type Tone = (typeof TONES)[number]
export type Mode = 'light' | 'dark'

type ToneColours = { text: string; ground: string; edge: string }
export type Palette = {
  page: string
  surface: string
  raised: string
  sunken: string
  hover: string
  edge: string
  edgeStrong: string
  text: string
  textQuiet: string
  textFaint: string
  accent: string
  accentHover: string
  accentActive: string
  accentGround: string
  onAccent: string
  onDanger: string
  tone: Record<Tone, ToneColours>
  /** Series of charts, told apart also by lightness. */
  series: readonly string[]
}

const light: Palette = {
  page: '#f5f7f7',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f0f3f3',
  hover: '#f1f5f5',
  edge: '#e1e6e8',
  edgeStrong: '#8a969e',
  text: '#192024',
  textQuiet: '#505b64',
  textFaint: '#5f6b75',
  accent: '#0f6f7c',
  accentHover: '#0c5f6b',
  accentActive: '#094e58',
  accentGround: '#e3f1f2',
  onAccent: '#ffffff',
  onDanger: '#ffffff',
  tone: {
    neutral: { text: '#4d5963', ground: '#eceff1', edge: '#d5dbdf' },
    waiting: { text: '#8a5300', ground: '#fdf0d9', edge: '#f0d7a5' },
    active: { text: '#1d5fa8', ground: '#e6f0fb', edge: '#bfd8f3' },
    good: { text: '#1d7044', ground: '#e2f4e9', edge: '#b4dfc6' },
    late: { text: '#b42318', ground: '#fdeae8', edge: '#f3c0ba' },
    ended: { text: '#5f6b75', ground: '#ffffff', edge: '#cfd6da' },
  },
  series: ['#0f6f7c', '#c27b18', '#3f72af', '#6b974b', '#9a5b8f', '#64727c'],
}

const dark: Palette = {
  page: '#101315',
  surface: '#181c1f',
  raised: '#21272a',
  sunken: '#131719',
  hover: '#20262a',
  edge: '#2c3438',
  edgeStrong: '#6b777f',
  text: '#e4e9eb',
  textQuiet: '#a9b4ba',
  textFaint: '#929ea6',
  accent: '#58b9c6',
  accentHover: '#74c8d3',
  accentActive: '#8fd5de',
  accentGround: '#12343a',
  onAccent: '#05222a',
  onDanger: '#2b0a07',
  tone: {
    neutral: { text: '#b4bec5', ground: '#2a3135', edge: '#3a4348' },
    waiting: { text: '#e8b563', ground: '#3a2c12', edge: '#59441f' },
    active: { text: '#82b7f0', ground: '#172c44', edge: '#27466a' },
    good: { text: '#6cc795', ground: '#12321f', edge: '#1f5335' },
    late: { text: '#f2938a', ground: '#43201d', edge: '#6b322d' },
    ended: { text: '#98a4ac', ground: '#181c1f', edge: '#3a4348' },
  },
  series: ['#58b9c6', '#e0a549', '#82b7f0', '#93c374', '#c48ab9', '#98a4ac'],
}

export const PALETTES: Record<Mode, Palette> = { light, dark }

const channel = (hex: string, at: number) => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
const luminance = (hex: string) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2). */
export const contrast = (one: string, other: string): number => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}
