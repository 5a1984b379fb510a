import { memoise } from '#shared/runtime/memoise.ts';
import { type ConditionNode, parseSyntax } from './condition-syntax.ts';
import { type Item, validationError, orderOfTexts } from './item.ts';

/** The meanings of `#name` and `:value` in an expression. */
export interface Placeholders {
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly values?: Item | undefined;
}
/** Tests whether an item meets a condition; a missing item has no attributes. */
export type ItemPredicate = (item: Item | undefined) => boolean;
type ReadOperand = (item: Item | undefined) => unknown;

const MOST_PARSED = 10_000;
const nodeOf = memoise(parseSyntax, MOST_PARSED);

/** Parses a condition or key condition of DynamoDB, as far as the functions use them. */
export function parseCondition(text: string, placeholders: Placeholders): ItemPredicate {
  return holds(nodeOf(text), placeholders);
}

/** The value that a key condition demands of an attribute; undefined where it demands none. */
export function equalValueIn(text: string, attribute: string, placeholders: Placeholders): unknown {
  const find = (node: ConditionNode): unknown => {
    if (node.kind === 'and') return find(node.left) ?? find(node.right);
    if (node.kind !== 'compare' || node.operator !== '=' || node.left.kind !== 'path') return undefined;
    const [part = '', ...deeper] = node.left.parts;
    return deeper.length === 0 && named(part, placeholders) === attribute
      ? reader(node.right, placeholders)(undefined)
      : undefined;
  };
  return find(nodeOf(text));
}

const named = (part: string, { names = {} }: Placeholders): string => {
  if (!part.startsWith('#')) return part;
  const name = names[part];
  if (name === undefined) throw validationError(`no name ${part}`);
  return name;
};

function reader(node: ConditionNode, placeholders: Placeholders): ReadOperand {
  if (node.kind === 'value') {
    const { values = {} } = placeholders;
    if (!(node.name in values)) throw validationError(`no value ${node.name}`);
    return () => values[node.name];
  }
  if (node.kind !== 'path') throw validationError(`${node.kind} is no operand`);
  const path = node.parts.map((part) => named(part, placeholders));
  const [only = ''] = path;
  if (path.length === 1) return (item) => (item && Object.hasOwn(item, only) ? item[only] : undefined);
  return (item) =>
    path.reduce<unknown>((value, part) => (isMap(value) && Object.hasOwn(value, part) ? value[part] : undefined), item);
}

function holds(node: ConditionNode, placeholders: Placeholders): ItemPredicate {
  const read = (one: ConditionNode) => reader(one, placeholders);
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
      throw validationError(`${node.kind} is no condition`);
  }
}

function called(
  name: string,
  [subject = () => undefined, other = () => undefined]: readonly ReadOperand[],
): ItemPredicate {
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
      throw validationError(`${name} is not known here`);
  }
}

/** Only values of one type have an order. An absent attribute equals no value. */
function compares(operator: string, left: unknown, right: unknown): boolean {
  if (operator === '=') return left !== undefined && same(left, right);
  if (operator === '<>') return !same(left, right);
  const order = orderOf(left, right);
  if (order === undefined) return false;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

const isMap = (value: unknown): value is Item =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Uint8Array) &&
  !(value instanceof Set);

function same(left: unknown, right: unknown): boolean {
  if (left instanceof Uint8Array) return right instanceof Uint8Array && Buffer.compare(left, right) === 0;
  if (left instanceof Set) return right instanceof Set && left.size === right.size && left.isSubsetOf(right);
  if (Array.isArray(left))
    return Array.isArray(right) && left.length === right.length && left.every((one, n) => same(one, right[n]));
  if (!isMap(left)) return left === right;
  if (!isMap(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => same(left[key], right[key]));
}

function orderOf(left: unknown, right: unknown): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return orderOfTexts(left, right);
  return undefined;
}
