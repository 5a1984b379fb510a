/** The expressions of DynamoDB that the tables use: conditions, key conditions and updates. */
export type Attributes = Record<string, unknown>;
export interface ExpressionPlaceholders {
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
}
type Read = (item: Attributes | undefined) => unknown;
type Holds = (item: Attributes | undefined) => boolean;
type Node =
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
const parsed = new Map<string, Node>();

/** Says whether an item meets a condition; an item that isn't there has no attribute. */
export function condition(text: string, placeholders: ExpressionPlaceholders): Holds {
  const known = parsed.get(text) ?? parse(text);
  parsed.set(text, known);
  return holds(known, placeholders);
}

function parse(text: string): Node {
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

function reader(node: Node, { names = {}, values = {} }: ExpressionPlaceholders): Read {
  if (node.kind === 'value') {
    if (!(node.name in values)) throw new SyntaxError(`no value ${node.name}`);
    return () => values[node.name];
  }
  if (node.kind !== 'path') throw new SyntaxError(`${node.kind} is no operand`);
  const path = node.parts.map((part) => (part.startsWith('#') ? named(part, names) : part));
  return (item) =>
    path.reduce<unknown>((value, part) => (isMap(value) && Object.hasOwn(value, part) ? value[part] : undefined), item);
}

function named(part: string, names: Readonly<Record<string, string>>): string {
  const name = names[part];
  if (name === undefined) throw new SyntaxError(`no name ${part}`);
  return name;
}

function holds(node: Node, placeholders: ExpressionPlaceholders): Holds {
  const read = (one: Node) => reader(one, placeholders);
  switch (node.kind) {
    case 'and': {
      const [left, right] = [holds(node.left, placeholders), holds(node.right, placeholders)];
      return (item) => left(item) && right(item);
    }
    case 'or': {
      const [left, right] = [holds(node.left, placeholders), holds(node.right, placeholders)];
      return (item) => left(item) || right(item);
    }
    case 'not': {
      const inner = holds(node.inner, placeholders);
      return (item) => !inner(item);
    }
    case 'compare': {
      const [left, right] = [read(node.left), read(node.right)];
      return (item) => compares(node.operator, left(item), right(item));
    }
    case 'between': {
      const [subject, low, high] = [read(node.subject), read(node.low), read(node.high)];
      return (item) => compares('>=', subject(item), low(item)) && compares('<=', subject(item), high(item));
    }
    case 'in': {
      const [subject, list] = [read(node.subject), node.list.map(read)];
      return (item) => list.some((one) => compares('=', subject(item), one(item)));
    }
    case 'call':
      return called(node.name, node.args.map(read));
    case 'path':
    case 'value':
      throw new SyntaxError(`${node.kind} is no condition`);
  }
}

function called(name: string, [subject = () => undefined, other = () => undefined]: readonly Read[]): Holds {
  switch (name) {
    case 'attribute_exists':
      return (item) => subject(item) !== undefined;
    case 'attribute_not_exists':
      return (item) => subject(item) === undefined;
    case 'begins_with':
      return (item) => {
        const [text, start] = [subject(item), other(item)];
        return typeof text === 'string' && typeof start === 'string' && text.startsWith(start);
      };
    default:
      throw new SyntaxError(`${name} is not known here`);
  }
}

/** Only values of one type have an order. An absent value equals nothing and differs from every value. */
function compares(operator: string, left: unknown, right: unknown): boolean {
  if (operator === '=') return left !== undefined && same(left, right);
  if (operator === '<>') return !same(left, right);
  const order = orderOf(left, right);
  if (order === undefined) return false;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

const isMap = (value: unknown): value is Attributes =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

function same(left: unknown, right: unknown): boolean {
  if (left instanceof Uint8Array) return right instanceof Uint8Array && Buffer.compare(left, right) === 0;
  if (Array.isArray(left))
    return Array.isArray(right) && left.length === right.length && left.every((one, n) => same(one, right[n]));
  if (!isMap(left)) return left === right;
  if (!isMap(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => same(left[key], right[key]));
}

/** Texts in the order of their UTF-8 bytes, numbers by value; undefined for two of different types. */
export function orderOf(left: unknown, right: unknown): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return undefined;
}

const added = (standing: unknown, more: unknown): unknown =>
  more instanceof Set
    ? new Set([...(standing instanceof Set ? standing : []), ...more])
    : Number(standing ?? 0) + Number(more);

/** The item after an update: `SET` of values, `REMOVE`, and `ADD` of a number, of attributes at the top. */
export function updated(
  item: Attributes,
  text: string,
  { names = {}, values = {} }: ExpressionPlaceholders,
): Attributes {
  const next = { ...item };
  for (const [, clause = '', rest = ''] of text.matchAll(
    /\b(SET|REMOVE|ADD)\b\s+(.*?)(?=\s+\b(?:SET|REMOVE|ADD)\b|$)/gsu,
  )) {
    for (const one of rest.split(',').map((part) => part.trim())) {
      const [target = '', value] = one.split(clause === 'ADD' ? /\s+/u : '=').map((part) => part.trim());
      const name = target.startsWith('#') ? named(target, names) : target;
      if (clause === 'REMOVE') delete next[name];
      else if (clause === 'ADD') next[name] = added(next[name], values[value ?? '']);
      else if (value !== undefined && value in values) next[name] = values[value];
      else throw new SyntaxError(`${one} is not known here`);
    }
  }
  return next;
}
