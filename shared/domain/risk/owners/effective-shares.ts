import { type Holder, type Holding, holderKey } from './holding.ts';

/** Of each organisation whose members are known, by its code, its holdings of the day. */
export type CapTables = ReadonlyMap<string, readonly Holding[]>;

/**
 * What a person, or an organisation behind which nobody is known, holds of a company, directly and through organisations,
 * in parts of one hundred.
 */
export interface EffectiveShare {
  readonly holder: Holder;
  readonly share: number;
  readonly votingShare: number;
  /** Whether some of it is held through an organisation. */
  readonly isIndirect: boolean;
}

/** Pivots below it belong to companies that hold each other completely, so that nobody stands behind that part. */
const NOTHING_LEFT = 1e-9;
const WHOLE = 100;
type Measure = (holding: Holding) => number;
const ofCapital: Measure = ({ share }) => share;
const ofVotes: Measure = ({ share, votingShare = share }) => votingShare;

/**
 * The shares at the ends of all chains that begin at a company: those of natural persons and of organisations whose
 * members are not known. A share is the product along a chain, summed over all chains. Chains that come back to an
 * organisation are summed to their limit, so that mutual holdings count as what stands behind them.
 */
export function effectiveShares(code: string, tables: CapTables): readonly EffectiveShare[] {
  const parts = partsOfOrganisations(code, tables);
  const found = new Map<string, EffectiveShare>();
  for (const [organisation, part] of parts)
    for (const holding of tables.get(organisation) ?? []) {
      if (holding.holder.kind === 'organisation' && tables.has(holding.holder.number)) continue;
      const key = holderKey(holding.holder);
      const { share = 0, votingShare = 0, isIndirect = false } = found.get(key) ?? {};
      found.set(key, {
        holder: found.get(key)?.holder ?? holding.holder,
        share: share + part.capital * holding.share,
        votingShare: votingShare + part.votes * ofVotes(holding),
        isIndirect: isIndirect || organisation !== code,
      });
    }
  return [...found.values()];
}

/** The part of the company that stands behind each organisation that can be reached from it; its own is 1 without loops. */
function partsOfOrganisations(code: string, tables: CapTables) {
  const reached = [code];
  for (const one of reached)
    for (const { holder } of tables.get(one) ?? [])
      if (holder.kind === 'organisation' && tables.has(holder.number) && !reached.includes(holder.number))
        reached.push(holder.number);
  const [capital, votes] = [ofCapital, ofVotes].map((measure) => solved(reached, tables, measure));
  return new Map(reached.map((one, n) => [one, { capital: capital?.[n] ?? 0, votes: votes?.[n] ?? 0 }]));
}

/** Solves `part(o) = [o is the company] + Σ part(p) × share of o in p` over the reached organisations. */
function solved(reached: readonly string[], tables: CapTables, measure: Measure): readonly number[] {
  const size = reached.length;
  const index = new Map(reached.map((code, n) => [code, n]));
  const rows = reached.map((_, n) => {
    const row = Array.from({ length: size + 1 }, () => 0);
    row[n] = 1;
    row[size] = n === 0 ? 1 : 0;
    return row;
  });
  for (const [parent, code] of reached.entries())
    for (const holding of tables.get(code) ?? []) {
      const child = holding.holder.kind === 'organisation' ? index.get(holding.holder.number) : undefined;
      const row = child === undefined ? undefined : rows[child];
      if (row) row[parent] = (row[parent] ?? 0) - measure(holding) / WHOLE;
    }
  return eliminated(rows);
}

/** Gauss–Jordan with the largest pivot of each column; a column without one has the solution nought. */
function eliminated(rows: number[][]): readonly number[] {
  const size = rows.length;
  const pivots: (number | undefined)[] = [];
  const left = rows.map((_, n) => n);
  for (let column = 0; column < size; column += 1) {
    const at = left.toSorted((a, b) => Math.abs(rows[b]?.[column] ?? 0) - Math.abs(rows[a]?.[column] ?? 0))[0];
    const pivotRow = at === undefined ? undefined : rows[at];
    const pivot = pivotRow?.[column] ?? 0;
    if (at === undefined || !pivotRow || Math.abs(pivot) < NOTHING_LEFT) {
      pivots.push(undefined);
      continue;
    }
    left.splice(left.indexOf(at), 1);
    pivots.push(at);
    for (const [n, row] of rows.entries()) {
      if (n === at) continue;
      const times = (row[column] ?? 0) / pivot;
      if (times === 0) continue;
      for (let place = column; place <= size; place += 1)
        row[place] = (row[place] ?? 0) - times * (pivotRow[place] ?? 0);
    }
  }
  return pivots.map((at, column) => (at === undefined ? 0 : (rows[at]?.[size] ?? 0) / (rows[at]?.[column] ?? 1)));
}
