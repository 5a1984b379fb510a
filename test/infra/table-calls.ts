import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './synthesised.ts';

/** The functions by which a table's module calls DynamoDB. */
const WORDS = {
  /** A conditional write that is refused reads the stored item. */
  GetItem: /\b(?:GetCommand|itemAt|putIf|putRevision|updateIf)\(/gu,
  BatchGetItem: /\b(?:batchGet|itemsByCompany|itemsOfCompanies)\(/gu,
  Query: /\b(?:queryAll|queryFirst|queryPage|queryPages|queryShards)\(/gu,
  PutItem: /\b(?:putItem|putIf|putRevision|putUnlessLater)\(/gu,
  UpdateItem: /\b(?:updateItem|updateIf|incrementAttribute)\(/gu,
  DeleteItem: /\b(?:removeItem|removeIf)\(/gu,
  BatchWriteItem: /\bbatchWrite\(/gu,
};
const INDEX = /IndexName: '(\w+)'/gu;
/** The calls of a table by modules of `shared/tables` or `shared/runtime` that a step passes it to. */
const LENT = [
  'shared/use-cases/reconcile-notice.ts',
  'shared/tables/read-coverage.ts',
  'shared/runtime/park.ts',
  'shared/use-cases/prove-entry.ts',
];
const NEAR = /from '\.\/([\w-]+\.ts)'/gu;
const USE_CASE = /'#(shared\/use-cases\/[\w/-]+\.ts)'/gu;

const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');
const kebab = (name: string) => name.replaceAll(/(?<=[a-z])[A-Z]/gu, '-$&').toLowerCase();
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([all, group]) => group ?? all);

/**
 * The parts of a source, each from one line that matches the pattern to the next; the formatter guarantees the indents.
 */
function pieces(source: string, start: RegExp): Map<string, string> {
  const starts = [...source.matchAll(start)];
  return new Map(
    starts.map(({ index, groups }, n) => [groups?.['name'] ?? '', source.slice(index, starts[n + 1]?.index)]),
  );
}

/** The calls that a part of a table's module makes itself or by the module's own functions. */
function callsIn(piece: string, helpers: ReadonlyMap<string, string>): string[] {
  const used = new Set([piece]);
  for (const body of used) {
    for (const [name, helper] of helpers) if (new RegExp(`\\b${name}\\b`, 'u').test(body)) used.add(helper);
  }
  return [...new Set([...used].flatMap(ownCalls))];
}

function ownCalls(piece: string): string[] {
  const indexes = matches(piece, INDEX);
  const asksIndex = /\bscanAll\(/u.test(piece) ? 'Scan' : 'Query';
  return Object.entries(WORDS).flatMap(([call, word]) => {
    const times = matches(piece, word).length;
    if (call !== 'Query') return times > 0 ? [call] : [];
    return [...indexes.map((index) => `${asksIndex} /index/${index}`), ...(times > indexes.length ? [call] : [])];
  });
}

/** The calls of each function of a table's module. */
function offered(module: string): ReadonlyMap<string, readonly string[]> {
  const source = read('shared', 'tables', `${module}.ts`);
  const top = pieces(source, /^(?:export )?(?:async )?(?:function|const) (?<name>\w+)/gmu);
  const [[maker, whole] = ['', '']] = [...top].filter(([name]) => name.endsWith('Table'));
  top.delete(maker);
  const [setUp = '', inside] = whole.split(/^ {2}return \{$/mu);
  const local = inside === undefined ? new Map<string, string>() : pieces(setUp, /^ {2}const (?<name>\w+)/gmu);
  const methods =
    inside === undefined
      ? pieces(whole, /^ {2}(?:async )?\*?(?<name>\w+)(?:: )?\(/gmu)
      : pieces(inside, /^ {4}(?:async )?\*?(?<name>\w+)(?:,|(?:: )?\()/gmu);
  const helpers = new Map([...top, ...local]);
  return new Map([...methods].map(([name, body]) => [name, callsIn(body, helpers)]));
}

/** A step's own sources, and those of the shared use cases that it imports. */
function sourcesIn(folder: string): string[] {
  const own = globSync('**/*.{ts,tsx}', { cwd: join(ROOT, 'functions', folder) }).map((file) =>
    read('functions', folder, file),
  );
  const lent = new Set(LENT);
  const shared = new Map<string, string>();
  const follow = (path: string) => {
    if (shared.has(path) || lent.has(path)) return;
    const source = read(path);
    shared.set(path, source);
    for (const near of matches(source, NEAR)) follow(join(dirname(path), near));
  };
  for (const path of own.flatMap((source) => matches(source, USE_CASE))) follow(path);
  return [...own, ...shared.values()];
}

/** The table functions that a step requires, by the name of the table's type. */
export function askedFor(folder: string): { readonly table: string; readonly method: string }[] {
  const own = sourcesIn(folder);
  const parks = own.some((source) => source.includes('parkIn(')) ? [{ table: 'Parked', method: 'park' }] : [];
  const picked = own.flatMap((source) =>
    [...source.matchAll(/Pick<\s*(?<table>[A-Z]\w+),(?<methods>[^<>]+)>/gu)].flatMap(({ groups }) =>
      matches(groups?.['methods'] ?? '', /'(\w+)'/gu).map((method) => ({ table: groups?.['table'] ?? '', method })),
    ),
  );
  const isTable = ({ table }: { table: string }) =>
    own.some((source) => source.includes(`#shared/tables/${kebab(table)}.ts`));
  return [...parks, ...picked.filter(isTable)];
}

/** The sources in which a step may call its tables. */
export const sourcesOf = (folder: string): string =>
  [...sourcesIn(folder), ...LENT.map((path) => read(path))].join('\n');

/** The calls of a step's code in the form of its role, such as `dynamodb:Query on TablesNoticesTable/index/feed`. */
export function madeBy(folder: string): string[] {
  const calls = askedFor(folder).flatMap(({ table, method }) => {
    const found = offered(kebab(table)).get(method);
    if (!found?.length) throw new Error(`${table}.${method} calls nothing that is known`);
    return found.map((call) => {
      const [action, index = ''] = call.split(' ');
      return `dynamodb:${action} on Tables${table}Table${index}`;
    });
  });
  // A table of facts looks up the states of their drops
  const folds = /\b(?:d|freshD)ropStates\(/u.test(read('functions', folder, 'index.ts'));
  return [...new Set([...calls, ...(folds ? ['dynamodb:BatchGetItem on TablesFilesTable'] : [])])].sort();
}
