import { contentId } from '#shared/runtime/content-id.ts';
import { isBeingRead } from '#shared/tables/files.ts';
import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import { tableNamed, unpacked } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** The most milliseconds by which the clocks of two functions differ. */
const CLOCKS_APART_MS = 1000;

/** An item that the written one depends on. */
interface Ground {
  readonly name: string;
  readonly table: 'Files' | 'Assessments';
  readonly key: Attributes;
  readonly says: (item: Attributes | undefined, now: number) => string;
  /** Whether nothing that comes later changes what the written item takes from it. */
  readonly isFinal?: (item: Attributes | undefined) => boolean;
  /** Whether only the earlier state may rest on it, so that it counts only where the function has read it. */
  readonly isOfEarlierState?: boolean;
}

/** The names of the spans that a verdict depends on. */
const COUNTED = new RegExp(
  `^(?:identities|subscribers|invoices|(?:flows|counterparties|devices)#.*|${SIGNAL_KINDS.join('|')})$`,
  'u',
);

/** A feed of which a file is being read covers nothing until that file ends, unless its reader ended long ago. */
function covers(item: Attributes | undefined, now: number): string {
  const { reading = {}, spans = {} } = (item ?? {}) as { reading?: Record<string, string>; spans?: object };
  const counted = Object.keys(spans).filter((name) => COUNTED.test(name));
  return isBeingRead(reading, new Date(now)) ? '' : counted.sort().join(' ');
}

/** Police data count as extracted while they are read again. */
const hasExtract = (item: Attributes | undefined): string =>
  String(Object.keys(item?.['spans'] ?? {}).includes('identities'));

/** Nobody is verified again once the police have declared their extract complete. */
const isOfEverybody = (item: Attributes | undefined): boolean =>
  ((item?.['stated'] ?? []) as readonly Attributes[]).some(({ population }) => population === 'all');

const pictures = new WeakMap<Attributes, string>();

function pictureOf(item: Attributes | undefined): string {
  if (!item) return '';
  const { offices, peers } = unpacked(item);
  const known = pictures.get(item) ?? contentId({ offices, peers });
  pictures.set(item, known);
  return known;
}

const coverageOf = (feed: string, says = covers): Ground => ({
  name: `coverage of ${feed}`,
  table: 'Files',
  key: { feed: 'coverage', file: feed },
  says,
});

const verdictOf = (item: Attributes | undefined): string => String(item?.['assessmentId']);

/** An assessment that does not list the account gives no reason for the notice of its bank. */
const verdictOnAccount =
  (subject: unknown) =>
  (item: Attributes | undefined): string => {
    const { accounts = [] } = (item ? unpacked(item) : {}) as { accounts?: readonly { readonly accountRef: string }[] };
    return accounts.some(({ accountRef }) => accountRef === subject) ? verdictOf(item) : '';
  };

/**
 * A notice without a company depends on no assessment. An ended notice still names the company that the account had
 * then, which may differ from the present one.
 */
function ofNotice({ content, state, receiver, subject }: Attributes): readonly Ground[] {
  const { enterpriseCode } = content as Attributes;
  if (enterpriseCode === undefined) return [];
  const isOfEarlierState = state !== 'in_force';
  const says = receiver === 'police' ? verdictOf : verdictOnAccount(subject);
  return [{ name: 'assessment', table: 'Assessments', key: { enterpriseCode }, says, isOfEarlierState }];
}

/** The grounds of the items of each table. */
const GROUNDS: Readonly<Record<string, (written: Attributes) => readonly Ground[]>> = {
  Notices: ofNotice,
  Verifications: () => [{ ...coverageOf('identities', hasExtract), isFinal: isOfEverybody }],
  Assessments: () => [
    coverageOf('identities'),
    coverageOf('activities'),
    coverageOf('accounts'),
    coverageOf('subscribers'),
    { name: 'picture of the province', table: 'Files', key: { feed: 'province', file: 'profile' }, says: pictureOf },
  ],
};

/** A ground of a written item, as it was at the write. */
export interface GroundAtWrite {
  readonly ground: Ground;
  readonly place: string;
  /** The instant of the write. */
  readonly at: number;
  /** Its value when the function read it last. */
  readonly said: string;
  /** The number of readings until then. */
  readonly looks: number;
  /**
   * Whether it is still as the function has read it, and nothing that the written item uses of it can change any more.
   */
  readonly isSettled: boolean;
}

/** The grounds that the writer of an item has read. */
export function groundsAtWrite(
  kind: string,
  written: Attributes,
  trace: InvocationTrace,
  world: World,
): GroundAtWrite[] {
  return (GROUNDS[kind]?.(written) ?? []).flatMap((ground) => {
    const TableName = tableNamed(world, ground.table);
    const { Item } = world.tables.send({ name: 'GetCommand', input: { TableName, Key: ground.key } });
    const place = `${TableName} ${world.tables.keyIn(TableName, ground.key)}`;
    const looks = trace.looks.get(place) ?? [];
    if (looks.length === 0 && ground.isOfEarlierState === true) return [];
    const at = world.now();
    const said = ground.says(looks.at(-1), at);
    // A reader's mark may have counted when the function read it, and count no longer at the write
    if (ground.says(looks.at(-1), trace.since - CLOCKS_APART_MS) !== said) return [];
    const isAsFound = ground.says(Item as Attributes | undefined, at) === said;
    const isFinal = looks.length === 0 || ground.isFinal?.(looks.at(-1)) === true;
    return [{ ground, place, at, said, looks: looks.length, isSettled: isAsFound && isFinal }];
  });
}

/**
 * The name of an item that a write rests on and that the function has not read again after the write, or has found
 * changed. The function must then request another run, whether or not another function has in fact changed the item.
 */
export function overlooked(grounds: readonly GroundAtWrite[] | undefined, trace: InvocationTrace): string | undefined {
  return grounds?.find(({ ground, place, at, said, looks, isSettled }) => {
    if (isSettled) return false;
    const since = trace.looks.get(place)?.slice(looks) ?? [];
    return since.length === 0 || ground.says(since[0], at) !== said;
  })?.ground.name;
}
