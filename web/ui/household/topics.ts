/** Topics that grow old when people, things or dates of a household change. */
export const LIVES = ['customers', 'units', 'history'] as const
