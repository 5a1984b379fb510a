import { bandOf, type LinkMember, type SharedBand } from '#shared/domain/risk/rings/band.ts';
import { valueKey, valueOfKey } from '#shared/domain/risk/rings/value-key.ts';
import { type Violation, itemsOf, unpacked } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** In the end the band of each value is that of the companies which are written at it, and they are assessed by it. */
export function findingsOfBands(world: World): readonly Violation[] {
  const ofValue = Map.groupBy(itemsOf(world, 'Links'), ({ value }) => String(value));
  return [...storedOtherwise(ofValue), ...assessedOtherwise(ofValue, world)];
}

type ItemsByValue = ReadonlyMap<string, readonly Attributes[]>;

function assessedOtherwise(ofValue: ItemsByValue, world: World): readonly Violation[] {
  return itemsOf(world, 'Assessments').flatMap((item): Violation[] => {
    const { enterpriseCode } = item;
    const { bands = [] } = (unpacked(item)['facts'] ?? {}) as { readonly bands?: readonly SharedBand[] };
    const other = bands.find((band) => {
      const members = membersIn(ofValue.get(valueKey(band)) ?? []);
      return members.length > 0 && !isSame(band, bandOf(band.kind, band.ref, members));
    });
    return other
      ? [{ kind: 'different', what: `${String(enterpriseCode)} is assessed by another band of ${valueKey(other)}` }]
      : [];
  });
}

const membersIn = (items: readonly Attributes[]): readonly LinkMember[] =>
  items.filter(({ registeredOn }) => registeredOn !== undefined) as unknown as LinkMember[];

function storedOtherwise(ofValue: ItemsByValue): readonly Violation[] {
  return [...ofValue].flatMap(([key, items]): Violation[] => {
    const value = valueOfKey(key);
    const members = membersIn(items);
    const stored = items.find(({ band }) => band !== undefined)?.['band'];
    if (!value || (stored === undefined && members.length <= 1)) return [];
    // The band of a value that no company has any more is read by nobody
    if (members.length === 0) return [];
    return isSame(stored, bandOf(value.kind, value.ref, members))
      ? []
      : [{ kind: 'different', what: `the band of ${key} is not that of its companies` }];
  });
}

const isSame = (one: unknown, { size, badShare, worseShare, badAtBank }: SharedBand): boolean => {
  const band = (one ?? {}) as Partial<SharedBand>;
  return (
    band.size === size && band.badShare === badShare && band.worseShare === worseShare && band.badAtBank === badAtBank
  );
};
