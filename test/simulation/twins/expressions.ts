import { type ConditionNode, parseSyntax } from '#infra/local/tables/condition-syntax.ts';

/** The expressions of DynamoDB that the tables use: conditions, key conditions and updates. */
export type Attributes = Record<string, unknown>;
export interface ExpressionPlaceholders {
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
}
type Holds = (item: Attributes | undefined) => boolean;
type ReadIn = (item: Attributes | undefined, given: ExpressionPlaceholders) => unknown;
type HoldsIn = (item: Attributes | undefined, given: ExpressionPlaceholders) => boolean;
/** A condition with the placeholders that it needs. */
interface ParsedCondition {
  readonly isMet: HoldsIn;
  readonly names: readonly string[];
  readonly values: readonly string[];
}
const conditions = new Map<string, ParsedCondition>();

/** Says whether an item meets a condition; an item that isn't there has no attribute. */
export function condition(text: string, placeholders: ExpressionPlaceholders): Holds {
  const { isMet, names, values } = conditions.get(text) ?? conditionOf(text);
  for (const name of names) named(name, placeholders.names ?? {});
  for (const name of values) if (!(name in (placeholders.values ?? {}))) throw new SyntaxError(`no value ${name}`);
  return (item) => isMet(item, placeholders);
}

/** Parses a condition. The result is kept, so that each text is parsed once. */
function conditionOf(text: string): ParsedCondition {
  const placeholders = text.match(/[:#]\w+/gu) ?? [];
  const made = {
    isMet: holds(parseSyntax(text)),
    names: placeholders.filter((one) => one.startsWith('#')),
    values: placeholders.filter((one) => one.startsWith(':')),
  };
  conditions.set(text, made);
  return made;
}

function reader(node: ConditionNode): ReadIn {
  if (node.kind === 'value') return (_item, { values = {} }) => values[node.name];
  if (node.kind !== 'path') throw new SyntaxError(`${node.kind} is no operand`);
  const { parts } = node;
  return (item, { names = {} }) => {
    let value: unknown = item;
    for (const part of parts) {
      const name = part.startsWith('#') ? named(part, names) : part;
      value = isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    }
    return value;
  };
}

function named(part: string, names: Readonly<Record<string, string>>): string {
  const name = names[part];
  if (name === undefined) throw new SyntaxError(`no name ${part}`);
  return name;
}

function holds(node: ConditionNode): HoldsIn {
  switch (node.kind) {
    case 'and': {
      const [left, right] = [holds(node.left), holds(node.right)];
      return (item, given) => left(item, given) && right(item, given);
    }
    case 'or': {
      const [left, right] = [holds(node.left), holds(node.right)];
      return (item, given) => left(item, given) || right(item, given);
    }
    case 'not': {
      const inner = holds(node.inner);
      return (item, given) => !inner(item, given);
    }
    case 'compare': {
      const [left, right] = [reader(node.left), reader(node.right)];
      return (item, given) => compares(node.operator, left(item, given), right(item, given));
    }
    case 'between': {
      const [subject, low, high] = [reader(node.subject), reader(node.low), reader(node.high)];
      return (item, given) =>
        compares('>=', subject(item, given), low(item, given)) &&
        compares('<=', subject(item, given), high(item, given));
    }
    case 'in': {
      const [subject, list] = [reader(node.subject), node.list.map(reader)];
      return (item, given) => list.some((one) => compares('=', subject(item, given), one(item, given)));
    }
    case 'call':
      return called(node.name, node.args.map(reader));
    case 'path':
    case 'value':
      throw new SyntaxError(`${node.kind} is no condition`);
  }
}

function called(name: string, [subject = () => undefined, other = () => undefined]: readonly ReadIn[]): HoldsIn {
  switch (name) {
    case 'attribute_exists':
      return (item, given) => subject(item, given) !== undefined;
    case 'attribute_not_exists':
      return (item, given) => subject(item, given) === undefined;
    case 'begins_with':
      return (item, given) => {
        const [text, start] = [subject(item, given), other(item, given)];
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
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  if (left === right) return 0;
  // Without surrogates the order of UTF-16 is that of UTF-8
  if (SURROGATE.test(left) || SURROGATE.test(right)) return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return left < right ? -1 : 1;
}

const SURROGATE = /[\u{D800}-\u{DFFF}\u{10000}-\u{10FFFF}]/u;

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
  const changes = updates.get(text) ?? parseUpdate(text);
  updates.set(text, changes);
  for (const { clause, target, value } of changes) {
    const name = target.startsWith('#') ? named(target, names) : target;
    if (clause === 'REMOVE') delete next[name];
    else if (clause === 'ADD') next[name] = added(next[name], values[value ?? '']);
    else if (value !== undefined && value in values) next[name] = values[value];
    else throw new SyntaxError(`${target} = ${value} is not known here`);
  }
  return next;
}

/** One change of an update, with the placeholder of its value. */
interface ClauseChange {
  readonly clause: string;
  readonly target: string;
  readonly value: string | undefined;
}
const updates = new Map<string, readonly ClauseChange[]>();

function parseUpdate(text: string): readonly ClauseChange[] {
  const clauses = text.matchAll(/\b(SET|REMOVE|ADD)\b\s+(.*?)(?=\s+\b(?:SET|REMOVE|ADD)\b|$)/gsu);
  return [...clauses].flatMap(([, clause = '', rest = '']) =>
    rest.split(',').map((part): ClauseChange => {
      const [target = '', value] = part.trim().split(clause === 'ADD' ? /\s+/u : '=');
      return { clause, target: target.trim(), value: value?.trim() };
    }),
  );
}
