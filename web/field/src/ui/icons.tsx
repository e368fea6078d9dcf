const PATHS = {
  today: 'M4 6h16M4 12h16M4 18h10',
  orders: 'M14.7 6.3a4 4 0 0 0-5.4 5.4L4 17l3 3 5.3-5.3a4 4 0 0 0 5.4-5.4L15 12l-3-3z',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  report: 'M12 5v14M5 12h14',
  queue: 'M12 19V6M6 11l6-6 6 6M5 20h14',
  back: 'M15 5l-7 7 7 7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  none: 'M6 12h12',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  voice: 'M12 4a3 3 0 0 1 3 3v4a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v3',
  stop: 'M7 7h10v10H7z',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 20c1-4 4.5-5 8-5s7 1 8 5',
  goods: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  next: 'M9 5l7 7-7 7',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.5',
  signal: 'M5 19v-3M10 19v-7M15 19V9M20 19V5',
  noSignal: 'M5 19v-3M10 19v-7M4 4l16 16',
} as const
export type IconName = keyof typeof PATHS

/** Drawn here: sixteen lines weigh less than a set of icons. The word beside an icon is its name. */
export const Icon = ({ name, size = 24 }: { name: IconName; size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path
      d={PATHS[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
