import { validationError } from './item.ts';

/** The syntax of a condition of DynamoDB. */
export type ConditionNode =
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'path'; readonly parts: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly ConditionNode[] }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: ConditionNode; readonly right: ConditionNode }
  | {
      readonly kind: 'between';
      readonly subject: ConditionNode;
      readonly low: ConditionNode;
      readonly high: ConditionNode;
    }
  | { readonly kind: 'in'; readonly subject: ConditionNode; readonly list: readonly ConditionNode[] }
  | { readonly kind: 'and' | 'or'; readonly left: ConditionNode; readonly right: ConditionNode }
  | { readonly kind: 'not'; readonly inner: ConditionNode };

const TOKEN = /\s*(?:(?<word><>|<=|>=|[=<>(),]|[:#]?[\w.#]+))/gu;
const COMPARISONS = new Set(['=', '<>', '<', '<=', '>', '>=']);

/** Parses a condition or key condition, as far as the functions use them. @throws {TableError} */
export function parseSyntax(text: string): ConditionNode {
  const tokens = [...text.matchAll(TOKEN)].map(({ groups }) => groups?.['word'] ?? '');
  let at = 0;
  const peek = () => tokens[at]?.toUpperCase();
  const take = () => tokens[at++] ?? '';
  const expect = (token: string) => {
    if (take().toUpperCase() !== token) throw validationError(`${token} expected in ${text}`);
  };
  const either = (kind: 'and' | 'or', next: () => ConditionNode) => () => {
    let left = next();
    while (peek() === kind.toUpperCase()) {
      take();
      left = { kind, left, right: next() };
    }
    return left;
  };
  const negated = (): ConditionNode => {
    if (peek() !== 'NOT') return comparison();
    take();
    return { kind: 'not', inner: negated() };
  };
  const list = (): ConditionNode[] => {
    expect('(');
    const found = [operand()];
    while (peek() === ',') {
      take();
      found.push(operand());
    }
    expect(')');
    return found;
  };
  const operand = (): ConditionNode => {
    const token = take();
    if (token.startsWith(':')) return { kind: 'value', name: token };
    if (peek() === '(') return { kind: 'call', name: token, args: list() };
    return { kind: 'path', parts: token.split('.') };
  };
  const comparison = (): ConditionNode => {
    if (peek() === '(') {
      take();
      const inner = disjunction();
      expect(')');
      return inner;
    }
    const subject = operand();
    const next = peek() ?? '';
    if (COMPARISONS.has(next)) return { kind: 'compare', operator: take(), left: subject, right: operand() };
    if (next === 'IN') {
      take();
      return { kind: 'in', subject, list: list() };
    }
    if (next !== 'BETWEEN') return subject;
    take();
    const low = operand();
    expect('AND');
    return { kind: 'between', subject, low, high: operand() };
  };
  const disjunction = either('or', either('and', negated));
  const node = disjunction();
  if (at < tokens.length) throw validationError(`too much in ${text}`);
  return node;
}
