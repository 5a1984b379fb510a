import { parseSync } from 'oxc-parser';

/** A part of a source's syntax that can be left out. */
export interface Removal {
  readonly kind: 'early return' | 'operand' | 'awaited statement' | 'condition of a write';
  readonly line: number;
  /** The first words of what is removed. */
  readonly what: string;
  /** The source without it. */
  readonly altered: string;
}

interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const ENDINGS: ReadonlySet<string> = new Set([
  'ReturnStatement',
  'ThrowStatement',
  'ContinueStatement',
  'BreakStatement',
]);
/** The properties that hold the condition of a write. */
const CONDITIONS: ReadonlySet<string> = new Set(['ConditionExpression', 'when']);
const LONGEST_SAID = 80;

/** Finds each early return, each operand of a condition, each awaited statement and each condition of a write. */
export function removalsIn(file: string, text: string): readonly Removal[] {
  const found: Removal[] = [];
  const replace = (kind: Removal['kind'], { start, end }: Syntax, by: string, gone: Syntax) => {
    const altered = `${text.slice(0, start)}${by}${text.slice(end)}`;
    const what = text.slice(gone.start, gone.end).replaceAll(/\s+/gu, ' ').slice(0, LONGEST_SAID);
    found.push({ kind, line: text.slice(0, gone.start).split('\n').length, what, altered });
  };
  const textOf = ({ start, end }: Syntax) => text.slice(start, end);
  const visit = (node: Syntax): void => {
    const { test, consequent, alternate, left, right, expression, key } = node as Readonly<
      Record<string, Syntax | undefined>
    >;
    if (node.type === 'IfStatement' && test && consequent && !alternate && isEnding(consequent))
      replace('early return', node, ';', node);
    if (node.type === 'LogicalExpression' && node['operator'] !== '??' && left && right) {
      replace('operand', node, `(${textOf(right)})`, left);
      replace('operand', node, `(${textOf(left)})`, right);
    }
    if (node.type === 'ExpressionStatement' && expression?.type === 'AwaitExpression')
      replace('awaited statement', node, ';', node);
    if (node.type === 'Property' && CONDITIONS.has(String(key?.['name'])))
      replace('condition of a write', node, `${String(key?.['name'])}: undefined`, node);
    for (const child of Object.values(node)) for (const one of [child].flat()) if (isSyntax(one)) visit(one);
  };
  const { program } = parseSync(file, text);
  if (isSyntax(program)) visit(program);
  return found;
}

const isSyntax = (value: unknown): value is Syntax => typeof value === 'object' && value !== null && 'type' in value;

function isEnding(statement: Syntax): boolean {
  if (statement.type !== 'BlockStatement') return ENDINGS.has(statement.type);
  const last: unknown = [statement['body']].flat().at(-1);
  return isSyntax(last) && ENDINGS.has(last.type);
}
