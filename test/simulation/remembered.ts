import * as z from 'zod';

/**
 * Keeps results of pure functions, because the simulation calls them hundreds of times with the same few files and
 * items. Kept results are frozen, so that code which changes one fails at once.
 */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  Object.freeze(value);
  for (const part of value instanceof Map || value instanceof Set ? value.values() : Object.values(value)) frozen(part);
  return value;
}

const MOST_REMEMBERED = 20_000;

/** Remembers results by a text; beyond the limit all are dropped. */
export function remembering<V>(): (key: string, make: () => V) => V {
  const known = new Map<string, V>();
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size > MOST_REMEMBERED) known.clear();
    const made = make();
    known.set(key, made);
    return made;
  };
}

/** Keeps results by an object that is never changed. */
function rememberingOf<V>(): (key: object, make: () => V) => V {
  const known = new WeakMap<object, { readonly made: V }>();
  return (key, make) => {
    const before = known.get(key);
    if (before) return before.made;
    const made = make();
    known.set(key, { made });
    return made;
  };
}

const isKept = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.isFrozen(value);

/** Makes every later schema keep its results for values that are never changed, such as a table's item. */
export function rememberParsed(): void {
  z.config({ postProcessor: rememberParsedBy });
}

function rememberParsedBy(schema: z.ZodType): void {
  if (typeof schema.parse !== 'function') return;
  const { parse, safeParse } = schema;
  const once = rememberingOf<ReturnType<typeof safeParse>>();
  const remembered = (value: object) =>
    once(value, () => {
      const made = safeParse.call(schema, value);
      if (made.success) frozen(made.data);
      return made;
    });
  schema.safeParse = (value, params) => (isKept(value) ? remembered(value) : safeParse.call(schema, value, params));
  schema.parse = (value, params) => {
    const made = isKept(value) ? remembered(value) : undefined;
    return made?.success ? made.data : parse.call(schema, value, params);
  };
}

const interning = remembering<object>();
const interned = rememberingOf<object>();

/** Returns one object for all objects of the same content, so that results can be kept by the object. */
const oneOf = (value: object): object =>
  isKept(value) ? value : interned(value, () => interning(JSON.stringify(value), () => frozen(structuredClone(value))));

/** A function of facts that keeps its results by the facts and by its other arguments. */
export function rememberedOf<A extends readonly [object, ...unknown[]], R>(of: (...args: A) => R): (...args: A) => R {
  const byOthers = rememberingOf<ReturnType<typeof remembering<{ readonly made: R }>>>();
  return (...args) => {
    const [facts, ...others] = args;
    const key = others.length === 0 ? '' : JSON.stringify(others);
    const known = byOthers(oneOf(facts), remembering<{ readonly made: R }>);
    return known(key, () => ({ made: frozen(of(...args)) })).made;
  };
}

/** A function of one text that keeps its results. */
export function rememberedOfText<R>(of: (text: string) => R): (text: string) => R {
  const known = remembering<{ readonly made: R }>();
  return (text) => known(text, () => ({ made: frozen(of(text)) })).made;
}

/** A function of small plain values that keeps its results; an argument that is a function is ignored. */
export function rememberedOfContent<A extends readonly unknown[], R>(of: (...args: A) => R): (...args: A) => R {
  const known = remembering<{ readonly made: R }>();
  return (...args) => known(JSON.stringify(args), () => ({ made: frozen(of(...args)) })).made;
}
