import { contentId } from '#shared/runtime/content-id.ts';
import { isBeingRead } from '#shared/tables/files.ts';
import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import type { Deeds } from './deeds.ts';
import { tableNamed, unpacked } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** An item that the written one depends on. */
interface Ground {
  readonly name: string;
  readonly table: 'Files' | 'Assessments';
  readonly key: Attributes;
  readonly says: (item: Attributes | undefined, now: number) => string;
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

const pictureOf = (item: Attributes | undefined): string => {
  if (!item) return '';
  const { offices, peers } = unpacked(item);
  return contentId({ offices, peers });
};

const coverageOf = (feed: string, says = covers): Ground => ({
  name: `coverage of ${feed}`,
  table: 'Files',
  key: { feed: 'coverage', file: feed },
  says,
});

const verdictOf = (item: Attributes | undefined): string => String(item?.['assessmentId']);

/** A notice that names no company depends on no assessment. */
function ofNotice({ content }: Attributes): readonly Ground[] {
  const { enterpriseCode } = content as Attributes;
  return enterpriseCode === undefined
    ? []
    : [{ name: 'assessment', table: 'Assessments', key: { enterpriseCode }, says: verdictOf }];
}

/** The grounds of the items of each table. */
const GROUNDS: Readonly<Record<string, (written: Attributes) => readonly Ground[]>> = {
  Notices: ofNotice,
  Verifications: () => [coverageOf('identities', hasExtract)],
  Assessments: () => [
    coverageOf('identities'),
    coverageOf('activities'),
    coverageOf('accounts'),
    coverageOf('subscribers'),
    { name: 'picture of the province', table: 'Files', key: { feed: 'province', file: 'profile' }, says: pictureOf },
  ],
};

/** A ground that had changed since the function read it. */
export interface Stale {
  readonly ground: Ground;
  readonly place: string;
  /** The instant of the write. */
  readonly at: number;
  /** Its value when the function read it last. */
  readonly said: string;
  /** The number of readings until then. */
  readonly looks: number;
}

/** The grounds of a written item that have changed since its writer read them. */
export function staleGrounds(kind: string, written: Attributes, deeds: Deeds, world: World): readonly Stale[] {
  return (GROUNDS[kind]?.(written) ?? []).flatMap((ground) => {
    const TableName = tableNamed(world, ground.table);
    const { Item } = world.tables.send({ name: 'GetCommand', input: { TableName, Key: ground.key } });
    const place = `${TableName} ${world.tables.keyIn(TableName, ground.key)}`;
    const looks = deeds.looks.get(place) ?? [];
    const at = world.now();
    const said = ground.says(looks.at(-1), at);
    const isAsFound = ground.says(Item as Attributes | undefined, at) === said;
    return isAsFound ? [] : [{ ground, place, at, said, looks: looks.length }];
  });
}

/** The name of a changed ground that the function has not read again, or has read and found changed; it must then request another run. */
export function overlooked(stale: readonly Stale[] | undefined, deeds: Deeds): string | undefined {
  return stale?.find(({ ground, place, at, said, looks }) => {
    const since = deeds.looks.get(place)?.slice(looks) ?? [];
    return since.length === 0 || ground.says(since[0], at) !== said;
  })?.ground.name;
}
