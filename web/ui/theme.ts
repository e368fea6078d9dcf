import type { ThemeConfig } from 'antd'
import { type Mode, PALETTES, TONES } from './palette.ts'

/** The system's own Chinese fonts; nothing is downloaded. */
export const FONT =
  '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif'
const FONT_CODE = 'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Noto Sans Mono", monospace'

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The css variables `--w-…` of a mode; every stylesheet of ours uses these and no colour of its own. */
export const cssVariables = (mode: Mode): Record<string, string> => {
  const { tone, series, ...plain } = PALETTES[mode]
  const variables: Record<string, string> = {}
  for (const [name, colour] of Object.entries(plain)) variables[`--w-${kebab(name)}`] = colour
  for (const name of TONES) {
    variables[`--w-${name}-text`] = tone[name].text
    variables[`--w-${name}-ground`] = tone[name].ground
    variables[`--w-${name}-edge`] = tone[name].edge
  }
  for (const [at, colour] of series.entries()) variables[`--w-series-${at + 1}`] = colour
  return variables
}

/**
 * antd tokens of a mode; the algorithm (`darkAlgorithm` or not) is added where antd is loaded.
 * `still`: who wishes for stillness gets no fades at all. antd's own are `!important`, no stylesheet of ours ends them.
 */
export const antdTheme = (mode: Mode, still: boolean): ThemeConfig => {
  const palette = PALETTES[mode]
  const { late, good, waiting, active } = palette.tone
  return {
    hashed: false,
    token: {
      motion: !still,
      colorPrimary: palette.accent,
      colorPrimaryHover: palette.accentHover,
      colorPrimaryActive: palette.accentActive,
      colorPrimaryBg: palette.accentGround,
      colorPrimaryBgHover: palette.accentGround,
      colorPrimaryText: palette.accent,
      colorLink: palette.accent,
      colorLinkHover: palette.accentHover,
      colorLinkActive: palette.accentActive,
      colorInfo: active.text,
      colorInfoBg: active.ground,
      colorInfoBorder: active.edge,
      colorSuccess: good.text,
      colorSuccessBg: good.ground,
      colorSuccessBorder: good.edge,
      colorWarning: waiting.text,
      colorWarningBg: waiting.ground,
      colorWarningBorder: waiting.edge,
      colorWarningText: waiting.text,
      colorError: late.text,
      colorErrorBg: late.ground,
      colorErrorBorder: late.edge,
      colorErrorText: late.text,
      colorErrorHover: late.text,
      colorErrorActive: late.text,
      colorText: palette.text,
      colorTextHeading: palette.text,
      colorTextSecondary: palette.textQuiet,
      colorTextTertiary: palette.textFaint,
      colorTextDescription: palette.textFaint,
      colorTextPlaceholder: palette.textFaint,
      colorTextLightSolid: palette.onAccent,
      colorIcon: palette.textFaint,
      colorBgLayout: palette.page,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorder: palette.edgeStrong,
      colorBorderSecondary: palette.edge,
      colorSplit: palette.edge,
      controlItemBgHover: palette.hover,
      controlItemBgActive: palette.accentGround,
      controlItemBgActiveHover: palette.accentGround,
      fontFamily: FONT,
      fontFamilyCode: FONT_CODE,
      fontSize: 14,
      controlHeight: 32,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 4,
      sizeUnit: 4,
      boxShadow: '0 4px 16px rgb(0 0 0 / 12%)',
      boxShadowSecondary: '0 4px 16px rgb(0 0 0 / 12%)',
      boxShadowTertiary: 'none',
      controlOutlineWidth: 2,
      motionDurationSlow: '0.15s',
      motionDurationMid: '0.1s',
    },
    components: {
      Button: {
        fontWeight: 400,
        defaultBorderColor: palette.tone.ended.edge,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        dangerColor: palette.onDanger,
        primaryColor: palette.onAccent,
      },
      Tooltip: { colorTextLightSolid: '#ffffff', colorBgSpotlight: mode === 'dark' ? '#3a4348' : '#2a3238' },
      Table: {
        headerBg: palette.sunken,
        headerColor: palette.textQuiet,
        headerBorderRadius: 0,
        headerSplitColor: 'transparent',
        headerSortActiveBg: palette.sunken,
        headerSortHoverBg: palette.hover,
        bodySortBg: 'transparent',
        rowHoverBg: palette.hover,
        // With the line of 22 px and the rule below it: rows of 40 px.
        cellPaddingBlockSM: 8.5,
        cellPaddingInlineSM: 12,
        cellFontSizeSM: 13,
        borderColor: palette.edge,
      },
      Form: { itemMarginBottom: 8, verticalLabelPadding: '0 0 4px', labelRequiredMarkColor: late.text },
      Tag: { defaultBg: palette.tone.neutral.ground, defaultColor: palette.tone.neutral.text },
      Segmented: { trackBg: palette.sunken, itemSelectedBg: palette.surface },
      Tabs: { horizontalItemPadding: '8px 0', horizontalMargin: '0 0 12px' },
      Modal: { titleFontSize: 16 },
    },
  }
}
