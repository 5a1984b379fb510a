export type LaneKind = 'ngõ' | 'ngách' | 'hẻm';

/** The kinds of lanes from the street inwards: an alley (ngõ), its branch (ngách), and the branch of that (hẻm). */
export interface LaneRun {
  /** The kind of the first lane. */
  readonly kind: LaneKind;
  readonly values: readonly string[];
  /** The readings of `ngách 12/5`, which is mostly ngách 5 of ngõ 12 (nine in ten), and otherwise ngách 12 of ngõ 5. */
  readonly mayBeTurned: boolean;
}

const INWARDS: readonly LaneKind[] = ['ngõ', 'ngách', 'hẻm'];

/**
 * Reads a house number with slashes. In the north it begins with the house: `12/5/8` is number 12 of ngách 5 of ngõ 8. From
 * Huế southwards it begins at the street: `12/5/8` is number 8 of hẻm 12/5.
 */
export function splitHouseNumber(
  text: string,
  fromStreet: boolean,
): { readonly number: string; readonly lanes: readonly LaneRun[] } {
  const parts = text.split('/');
  const [number = '', ...outwards] = fromStreet ? parts.toReversed() : parts;
  if (outwards.length === 0 || outwards.length > INWARDS.length) return { number: text, lanes: [] };
  return { number, lanes: [{ kind: 'ngõ', values: outwards.reverse(), mayBeTurned: false }] };
}

/** The lanes of a label and its value. */
export function laneOf(label: string, value: string): readonly LaneRun[] {
  const values = value.split('/');
  if (values.length > INWARDS.length) return [];
  const kind = values.length > 1 ? 'ngõ' : (INWARDS.find((one) => one === label) ?? 'ngõ');
  return [{ kind, values, mayBeTurned: values.length > 1 }];
}

/**
 * Orders lanes from the street inwards, such as `ngõ 8, ngách 12`, for each possible reading, the usual one first.
 * Other lanes in the text decide: `ngách 12/5, ngõ 5` is ngách 12 of ngõ 5.
 */
export function canonicalLanes(runs: readonly LaneRun[]): readonly string[] {
  if (runs.length === 0) return [];
  const turned = runs.map((run) => (run.mayBeTurned ? { ...run, values: run.values.toReversed() } : run));
  const readings = [runs, turned].map(lanesByKind);
  const fewest = Math.min(...readings.map(contradictions));
  return [...new Set(readings.filter((lanes) => contradictions(lanes) === fewest).map(writeInwards))];
}

type Lanes = ReadonlyMap<LaneKind, readonly string[]>;

/** A repeated lane counts once. A hẻm without another lane is the southern word for a ngõ. */
function lanesByKind(runs: readonly LaneRun[]): Lanes {
  const southern = runs.every(({ kind }) => kind === 'hẻm');
  const lanes = new Map<LaneKind, string[]>();
  for (const { kind, values } of runs) {
    const first = southern ? 0 : INWARDS.indexOf(kind);
    for (const [index, value] of values.entries()) {
      const at = INWARDS[first + index] ?? 'hẻm';
      const known = lanes.get(at) ?? [];
      if (!known.includes(value)) lanes.set(at, [...known, value]);
    }
  }
  return lanes;
}

const contradictions = (lanes: Lanes): number => [...lanes.values()].filter((values) => values.length > 1).length;

/**
 * Joins lanes with a separate ngõ: `12/5, ngõ 7` is number 12 of ngách 5 of ngõ 7, and `ngách 2/5, ngõ 9` is hẻm 5 of
 * ngách 2 of ngõ 9.
 */
function writeInwards(lanes: Lanes): string {
  const inwards = INWARDS.flatMap((kind) =>
    (kind === 'ngõ' ? (lanes.get(kind) ?? []).toReversed() : (lanes.get(kind) ?? [])).map((value) => ({ kind, value })),
  );
  const shifted = (lanes.get('ngõ')?.length ?? 0) > 1;
  return inwards.map(({ kind, value }, index) => `${shifted ? (INWARDS[index] ?? 'hẻm') : kind} ${value}`).join(', ');
}
