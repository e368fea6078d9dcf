import ts from 'typescript'

export type TestTitle = { title: string /** Counted from 1. */; line: number }

const CALLS = new Set(['test', 'it', 'describe'])

/** The titles of all tests and groups in a test file; the open parts of a template or `%s` stay as they stand there. */
export function titlesIn(file: string, source: string): TestTitle[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest)
  const titles: TestTitle[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && CALLS.has(rootOf(node.expression))) {
      const [first] = node.arguments
      const title = first && textOf(first, tree)
      if (first && title !== undefined)
        titles.push({ title, line: tree.getLineAndCharacterOfPosition(first.getStart(tree)).line + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return titles
}

/** `test` for `test`, `test.each(rows)` and `test.each(rows).skip` alike. */
function rootOf(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) return rootOf(callee.expression)
  if (ts.isTaggedTemplateExpression(callee)) return rootOf(callee.tag)
  return ''
}

function textOf(argument: ts.Expression, tree: ts.SourceFile): string | undefined {
  if (ts.isStringLiteralLike(argument)) return argument.text
  if (ts.isTemplateExpression(argument)) return argument.getText(tree).slice(1, -1)
  return undefined
}
