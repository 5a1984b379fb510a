/** The syntax of a condition. */
export type Node =
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'path'; readonly parts: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'between'; readonly subject: Node; readonly low: Node; readonly high: Node }
  | { readonly kind: 'in'; readonly subject: Node; readonly list: readonly Node[] }
  | { readonly kind: 'and' | 'or'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'not'; readonly inner: Node };

const TOKEN = /\s*(<>|<=|>=|[=<>(),]|[:#]?[\w.#]+)/gu;
const COMPARISONS = new Set(['=', '<>', '<', '<=', '>', '>=']);

/** @throws {SyntaxError} */
export function parseCondition(text: string): Node {
  const tokens = [...text.matchAll(TOKEN)].map(([, token = '']) => token);
  let at = 0;
  const peek = () => tokens[at]?.toUpperCase();
  const take = () => tokens[at++] ?? '';
  const expect = (token: string) => {
    if (take().toUpperCase() !== token) throw new SyntaxError(`${token} expected in ${text}`);
  };
  const either = (kind: 'and' | 'or', next: () => Node) => () => {
    let left = next();
    while (peek() === kind.toUpperCase()) {
      take();
      left = { kind, left, right: next() };
    }
    return left;
  };
  const negated = (): Node => {
    if (peek() !== 'NOT') return comparison();
    take();
    return { kind: 'not', inner: negated() };
  };
  const list = (): Node[] => {
    expect('(');
    const found = [operand()];
    while (peek() === ',') {
      take();
      found.push(operand());
    }
    expect(')');
    return found;
  };
  const operand = (): Node => {
    const token = take();
    if (token.startsWith(':')) return { kind: 'value', name: token };
    if (peek() === '(') return { kind: 'call', name: token, args: list() };
    return { kind: 'path', parts: token.split('.') };
  };
  const comparison = (): Node => {
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
  if (at < tokens.length) throw new SyntaxError(`too much in ${text}`);
  return node;
}
