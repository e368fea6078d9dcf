import axe from 'axe-core'
import type { Page } from 'playwright-core'

type Exceptions = Record<string, string>

/**
 * Fails with a readable list when axe-core finds anything (its full default rule set).
 * `except` maps a rule of axe to the reason why it does not count here; `within` looks at one part only.
 */
export async function expectAccessible(
  page: Page,
  { within, except = {} }: { within?: string; except?: Exceptions } = {},
): Promise<void> {
  // Evaluated through the debugging protocol, which our content security policy does not stop; a script tag would be.
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    async ({ selector, off }) => {
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]))
      const result = await window.axe.run(selector ?? document, { rules, resultTypes: ['violations'] })
      return result.violations.map(({ id, help, impact, nodes }) => ({
        id,
        help,
        impact,
        nodes: nodes.map((node) => ({ target: node.target.join(' '), html: node.html, summary: node.failureSummary })),
      }))
    },
    { selector: within, off: Object.keys(except) },
  )
  if (found.length > 0) throw new Error(`axe on ${page.url()}:\n${found.map(printed).join('\n')}`)
}

type Violation = {
  id: string
  help: string
  impact?: string | null
  nodes: { target: string; html: string; summary?: string }[]
}

function printed({ id, help, impact, nodes }: Violation): string {
  const places = nodes
    .slice(0, 5)
    .map(({ target, html, summary }) =>
      [`  at ${target}`, `     ${html.slice(0, 160)}`, `     ${summary?.replaceAll(/\s*\n\s*/g, ' ') ?? ''}`].join(
        '\n',
      ),
    )
  const more = nodes.length > 5 ? [`  and ${nodes.length - 5} more places`] : []
  return [`${impact ?? 'unrated'}: ${id} (${help})`, ...places, ...more].join('\n')
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
