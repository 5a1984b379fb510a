import { memoise } from '#shared/runtime/memoise.ts';
import type { Placeholders } from './expressions.ts';
import { type Item, validationError } from './item.ts';

const CLAUSE = /\b(?<clause>SET|REMOVE|ADD)\b\s+(?<rest>.*?)(?=\s+\b(?:SET|REMOVE|ADD)\b|$)/gsu;

/** A part of an update: the attribute, as a name or a placeholder, and the placeholder of its value. */
interface AttributeChange {
  readonly clause: string;
  readonly target: string;
  readonly value: string;
}

const MOST_PARSED = 10_000;

/** The changes of an update; texts are parsed once, because they contain only placeholders and so recur. */
const changesIn = memoise(parseChanges, MOST_PARSED);

/** @throws {TableError} where the text changes nothing */
function parseChanges(text: string): readonly AttributeChange[] {
  const changes = [...text.matchAll(CLAUSE)].flatMap(({ groups: { clause = '', rest = '' } = {} }) =>
    rest.split(',').map((part) => changeIn(clause, part.trim())),
  );
  if (changes.length === 0) throw validationError(`nothing in ${text}`);
  return changes;
}

function changeIn(clause: string, part: string): AttributeChange {
  const [target = '', value = ''] = part.split(clause === 'ADD' ? /\s+/u : '=').map((side) => side.trim());
  return { clause, target, value };
}

/** Applies an update to an item: `SET` of values, `REMOVE`, and `ADD` of a number or to a set, all for top-level attributes. */
export function applyUpdate(item: Item, text: string, { names = {}, values = {} }: Placeholders): Item {
  const next = { ...item };
  const valueOf = (name: string) => {
    if (!(name in values)) throw validationError(`${name} is not known here`);
    return values[name];
  };
  for (const { clause, target, value } of changesIn(text)) {
    const name = target.startsWith('#') ? names[target] : target;
    if (name === undefined || !/^[\w-]+$/u.test(name)) throw validationError(`${target} is not known here`);
    // Not deleted, because V8 makes a hash table of the object; absent values are not stored
    next[name] =
      clause === 'REMOVE' ? undefined : clause === 'ADD' ? added(next[name], valueOf(value)) : valueOf(value);
  }
  return next;
}

function added(standing: unknown, more: unknown): unknown {
  if (more instanceof Set && (standing === undefined || standing instanceof Set))
    return new Set([...(standing ?? []), ...more]);
  if (typeof more === 'number' && (standing === undefined || typeof standing === 'number'))
    return (standing ?? 0) + more;
  throw validationError('An operand in the update expression has an incorrect data type');
}
