export type LaneKind = 'ngõ' | 'ngách' | 'hẻm';

/** One branching off the street: an alley (ngõ), one off that (ngách), one off that again (hẻm). */
export interface LanePart {
  readonly kind: LaneKind;
  readonly value: string;
}

const INWARDS: readonly LaneKind[] = ['ngõ', 'ngách', 'hẻm'];

/** A house number typed with slashes runs outwards: `12/5/8` is number 12 of ngách 5 of ngõ 8. */
export function splitNumber(text: string): { readonly number: string; readonly lanes: readonly LanePart[] } {
  const [number = '', ...outwards] = text.split('/');
  if (outwards.length > INWARDS.length) return { number: text, lanes: [] };
  return { number, lanes: inwards(outwards.reverse()) };
}

/** The lanes of a label and its value, which runs inwards: `ngách 8/12` is ngách 12 of ngõ 8. */
export function laneOf(label: string, value: string): readonly LanePart[] {
  const values = value.split('/');
  if (values.length > 1) return values.length > INWARDS.length ? [] : inwards(values);
  const kind = INWARDS.find((one) => one === label) ?? 'ngõ';
  return [{ kind, value }];
}

/**
 * `ngõ 8, ngách 12`, from the street inwards. The same lane said twice counts once; `12/5, ngõ 7` is ngách 5 of ngõ 7; a hẻm that leaves
 * no other lane is what the south calls a ngõ.
 */
export function writeLane(found: readonly LanePart[]): string | undefined {
  const parts = found.every(({ kind }) => kind === 'hẻm')
    ? found.map(({ value }): LanePart => ({ kind: 'ngõ', value }))
    : found;
  const written: string[] = [];
  for (const kind of INWARDS) {
    const values = [...new Set(parts.filter((part) => part.kind === kind).map(({ value }) => value))];
    if (kind === 'ngõ' && values.length === 2) written.push(`ngõ ${values[1]}`, `ngách ${values[0]}`);
    else written.push(...values.map((value) => `${kind} ${value}`));
  }
  return written.join(', ') || undefined;
}

function inwards(values: readonly string[]): LanePart[] {
  return values.map((value, index) => ({ kind: INWARDS[index] ?? 'hẻm', value }));
}
