import type { Placeholders } from './expressions.ts';
import { type Item, validationError } from './item.ts';

const CLAUSE = /\b(?<clause>SET|REMOVE|ADD)\b\s+(?<rest>.*?)(?=\s+\b(?:SET|REMOVE|ADD)\b|$)/gsu;

/** Applies an update to an item: `SET` of values, `REMOVE`, and `ADD` of a number or to a set, all for top-level attributes. */
export function applyUpdate(item: Item, text: string, { names = {}, values = {} }: Placeholders): Item {
  const next = { ...item };
  const valueOf = (name: string) => {
    if (!(name in values)) throw validationError(`${name} is not known here`);
    return values[name];
  };
  const clauses = [...text.matchAll(CLAUSE)];
  if (clauses.length === 0) throw validationError(`nothing in ${text}`);
  for (const { groups } of clauses) {
    const { clause = '', rest = '' } = groups ?? {};
    for (const one of rest.split(',').map((part) => part.trim())) {
      const [target = '', value = ''] = one.split(clause === 'ADD' ? /\s+/u : '=').map((part) => part.trim());
      const name = target.startsWith('#') ? names[target] : target;
      if (name === undefined || !/^[\w-]+$/u.test(name)) throw validationError(`${target} is not known here`);
      if (clause === 'REMOVE') delete next[name];
      else next[name] = clause === 'ADD' ? added(next[name], valueOf(value)) : valueOf(value);
    }
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
