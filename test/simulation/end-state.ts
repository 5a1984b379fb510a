import { answerTo, OF_ITS_ANSWER } from './answers.ts';
import { isOfGone } from './gone-file.ts';
import { isOfEarlierDrop } from './receipts.ts';
import { NOTES, wasLate, withoutLateTaking } from './late-notes.ts';
import { withoutCrashed, withoutReadOfLeftOut } from './reading-marks.ts';
import { decidesNothing, versionsIn } from './search-keys.ts';
import type { World } from './world.ts';

/** The result of a run by kind and key, without values that depend on time or chance. */
export type EndState = ReadonlyMap<string, string>;

/** Attributes with instants, write ids and values made from them. */
const OF_ITS_RUN = [
  'writeId',
  'expiresAt',
  'recordedAt',
  'gatheredAt',
  'standsSince',
  'revision',
  'startedAt',
  'endedAt',
  // Whether readers of another drop may still write depends on when files come
  'othersUntil',
  'changedAt',
  // The instant of a person's decision about a file
  'at',
  'issuedAt',
  'sequence',
  // The id depends on a decision's instant
  'assessmentId',
  'position',
  'repliedAs',
  'takenAt',
  'decisionOn',
  'lastId',
  'version',
  'openAt',
  // Whether a file of this name was read before: a wrong one is dropped in no calm run, so that `at-rest.ts` asks this of each run by itself
  'again',
  // The earlier drops of the name, for the same reason
  'earlier',
  'listedBefore',
  'replaces',
  // How often a file is read again depends on when other files come
  'restores',
  // The source of a repeated fact depends on the last reading, and so does the first covered day of a feed for which nothing waited
  'from',
  'lastReadIn',
  // A notice that had another state for a while comes to the same one otherwise than by its receiver's reply
  'causedByReceiver',
  // The picture of a ring as it was when its notice was written
  'network',
];
const COMPARED = [
  'Companies',
  'PoliceRecords',
  'Accounts',
  'Subscribers',
  'Links',
  'Verifications',
  'Assessments',
  'Notices',
  'Files',
  'Parked',
  'Tasks',
];

/** When a person decided about a file. */
const INSTANT = /"at": ?"[^"]*"/gu;

/**
 * @param leftOut attributes that are not compared beside those of one run
 * @returns the tables that matter, the receipts and the dossiers
 */
export function endState(world: World, leftOut: readonly string[] = []): EndState {
  const ignored = new Set([...OF_ITS_RUN, ...leftOut]);
  const ignoredOf: Readonly<Record<string, ReadonlySet<string>>> = { Notices: new Set([...ignored, ...OF_ITS_ANSWER]) };
  const state = new Map<string, string>();
  const holders = holdersIn(world);
  const versions = versionsIn(world);
  for (const kind of COMPARED) {
    for (const item of itemsOf(world, kind)) {
      if (isOfFormer(item, holders) || (kind === 'PoliceRecords' && decidesNothing(item, versions))) continue;
      if (item['feed'] === NOTES && wasLate(item, world)) continue;
      const shown =
        kind === 'Files' ? withoutCrashed(world, withoutReadOfLeftOut(withoutLateTaking(item, world))) : item;
      const entry = entryOnce(shown, leftOut.join(' '), () => entryOf(world, kind, shown, ignoredOf[kind] ?? ignored));
      if (entry && kind === 'Notices') state.set(`${entry.name}, its answer`, answerTo(item, world, ignored));
      if (entry?.decision === undefined) {
        if (entry) state.set(entry.name, entry.says);
      } else {
        const others = state.get(entry.name)?.split(' ') ?? [];
        state.set(entry.name, [...others, entry.decision].sort().join(' '));
      }
    }
  }
  const { evidence, inbox } = world.design;
  for (const key of world.objects.keys(evidence, 'receipts/'))
    if (!isOfEarlierDrop(world, key))
      state.set(`Receipt ${key}`, (world.objects.get(evidence, key)?.toString() ?? '').replaceAll(INSTANT, ''));
  for (const key of world.objects.keys(inbox, 'outbox/'))
    state.set(`Outbox ${key}`, key.endsWith('.csv') ? String(world.objects.get(inbox, key)) : '');
  return state;
}

/**
 * What a company or a person had only in a file with wrong content stays findable and decides nothing: the account, and
 * the phone by which a carrier's row finds the account.
 */
const isOfFormer = (item: Readonly<Record<string, unknown>>, holders: ReadonlySet<string>): boolean => {
  if ('formerHolder' in item || 'formerNumber' in item || isOfGone(item)) return true;
  // The mark decides nothing where the account has facts again
  if (item['fact'] === 'once-known') return holders.has(String(item['accountRef']));
  const code = String(item['enterpriseCode']);
  if ('accountRef' in item && 'enterpriseCode' in item) return !holders.has(`${code} ${String(item['accountRef'])}`);
  return String(item['value']).startsWith('subscription#') && !holders.has(code);
};

/** The companies that hold accounts, alone and with each account. */
const holdersIn = (world: World): ReadonlySet<string> =>
  new Set(
    itemsOf(world, 'Accounts').flatMap(({ accountRef, register }) => {
      const code = (register as { enterpriseCode?: string } | undefined)?.enterpriseCode;
      return code === undefined ? [] : [code, `${code} ${String(accountRef)}`, String(accountRef)];
    }),
  );

interface EnteredEntry {
  readonly name: string;
  readonly says: string;
  readonly decision?: string;
}
const entries = new WeakMap<object, Map<string, EnteredEntry | undefined>>();

/** Items are never changed in place, and most are the same from one act to the next and from run to run. */
function entryOnce(item: object, leftOut: string, make: () => EnteredEntry | undefined): EnteredEntry | undefined {
  const known = entries.get(item) ?? new Map<string, EnteredEntry | undefined>();
  entries.set(item, known);
  if (!known.has(leftOut)) known.set(leftOut, make());
  return known.get(leftOut);
}

function entryOf(
  world: World,
  kind: string,
  item: Readonly<Record<string, unknown>>,
  ignored: ReadonlySet<string>,
): EnteredEntry | undefined {
  if (kind === 'Notices' && item['state'] !== 'in_force') return undefined;
  // Where its writer was ended, the province's picture is owed until the clock asks for it
  if (item['feed'] === 'province' && ignored.has('offices')) return undefined;
  const plain = unpacked(item);
  const decided = plain['decision'] as Record<string, unknown> | undefined;
  // A decision's day is the instant at which it was taken in, and its key is made of its content
  if (kind === 'Companies' && decided)
    return {
      name: `Companies ${String(plain['enterpriseCode'])} decisions`,
      says: '',
      decision: String(decided['outcome']),
    };
  if (kind === 'Links' && (isOfOne(plain) || 'claimed' in plain)) return undefined;
  const key = kind === 'Parked' ? String(item['body']) : keyOf(world, kind, plain);
  const says = still(kind === 'Parked' ? { why: item['why'] } : plain, ignored);
  return { name: `${kind} ${key}`, says };
}

/** A value that had more companies for a while keeps its band. A band of one company means the same as no band. */
const isOfOne = ({ band }: Readonly<Record<string, unknown>>) =>
  typeof band === 'object' && band !== null && 'size' in band && Number(band.size) <= 1;

const names = new Map<string, string>();

const kinds = new Map<string, string>();

/** The kind of items in a table; empty where the name is of no table. */
export function tableKind(table: string): string {
  const known = kinds.get(table) ?? /Tables(\w+?)Table/u.exec(table)?.[1] ?? '';
  kinds.set(table, known);
  return known;
}

export function tableNamed(world: World, kind: string): string {
  const known = names.get(kind) ?? Object.keys(world.design.tables).find((one) => one.includes(`Tables${kind}Table`));
  if (known === undefined) throw new Error(`no table ${kind}`);
  names.set(kind, known);
  return known;
}

export const itemsOf = (world: World, kind: string) => world.tables.items(tableNamed(world, kind));

function keyOf(world: World, kind: string, item: Readonly<Record<string, unknown>>): string {
  const { partition, sort } = world.design.tables[tableNamed(world, kind)] ?? { partition: '' };
  return [partition, ...(sort === undefined ? [] : [sort])].map((name) => String(item[name])).join(' ');
}

const opened = new WeakMap<object, Readonly<Record<string, unknown>>>();

/** An item's content, which nobody changes: it is made once. */
export function unpacked(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known = opened.get(item) ?? unpack(item);
  opened.set(item, known);
  return known;
}

function unpack(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { packed, sample, ...rest } = item;
  const open = { ...rest, ...(typeof sample === 'string' && { sample: JSON.parse(sample) }) };
  if (!(packed instanceof Uint8Array)) return open;
  const inside = insides.get(packed) ?? (JSON.parse(Buffer.from(packed).toString()) as Record<string, unknown>);
  insides.set(packed, inside);
  return { ...open, ...inside };
}

/** Packed attributes are never changed in place. */
const insides = new WeakMap<Uint8Array, Record<string, unknown>>();

/** A value in JSON, sorted by keys and without the values of a single run. */
function still(value: unknown, ignored: ReadonlySet<string>): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((one) => still(one, ignored)).join(',')}]`;
  const content = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of Object.keys(content).sort())
    if (!ignored.has(name) && content[name] !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${still(content[name], ignored)}`;
  return `{${text}}`;
}

/** The faults of a run. */
export interface Violation {
  readonly kind: 'lost' | 'doubled' | 'different';
  readonly what: string;
}
