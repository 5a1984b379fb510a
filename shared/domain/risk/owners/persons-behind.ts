import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { type CapTables, type EffectiveShare, effectiveShares } from './effective-shares.ts';
import { type DeclaredOwner, type Holder, type Holding, holderKey, holdingsOn } from './holding.ts';

/** The least part of the capital or of the votes of a beneficial owner (NĐ 168/2025 Điều 17 khoản 1 điểm a). */
export const LARGE = 25;
/** Lists have shares with two decimals, and a sum of such shares may miss the bound by that much. */
export const ROUNDED = 0.005;

export interface OwnersAsked {
  readonly enterpriseCode: string;
  readonly legalForm: string | undefined;
  readonly registeredOn: IsoDate;
  /** The days on which the registration was changed. */
  readonly changedOn: readonly IsoDate[];
  /** The holdings of the company and of the organisations behind it, of all days. */
  readonly holdings: ReadonlyMap<string, readonly Holding[]>;
  readonly declared: readonly DeclaredOwner[];
  /** The general partners, who are owners by their role (Mẫu số 10, TT 68/2025/TT-BTC). */
  readonly partners: readonly Holder[];
  /** Whether the office has sent declarations of any company. */
  readonly heard: boolean;
  readonly asOf: IsoDate;
}

/** The last declaration. */
export function latestOf(declared: readonly DeclaredOwner[]): readonly DeclaredOwner[] {
  const last = declared
    .map(({ declaredOn }) => declaredOn)
    .toSorted()
    .at(-1);
  return declared.filter(({ declaredOn }) => declaredOn === last);
}

/** Who must be on the list, with the shares of the day. */
export type Owner = Pick<EffectiveShare, 'holder' | 'share' | 'votingShare'>;

export const tablesOn = (holdings: OwnersAsked['holdings'], day: IsoDate): CapTables =>
  new Map([...holdings].map(([code, own]) => [code, holdingsOn(own, day)]));

export function ownersOf(
  { enterpriseCode, holdings, legalForm, partners }: OwnersAsked,
  day: IsoDate,
): readonly Owner[] {
  const tables = tablesOn(holdings, day);
  const byRole = new Set(partners.map(holderKey));
  const persons = effectiveShares(enterpriseCode, tables).filter(
    (one) => one.holder.kind === 'person' && (isLarge(one) || byRole.has(holderKey(one.holder))),
  );
  const direct = legalForm === 'CP' ? (tables.get(enterpriseCode) ?? []) : [];
  const organisations = direct
    .filter(({ holder }) => holder.kind === 'organisation')
    .map(({ holder, share, votingShare = share }) => ({ holder, share, votingShare }))
    .filter(({ votingShare }) => votingShare >= LARGE - ROUNDED);
  return [...persons, ...organisations];
}

/** More persons than can have a quarter of the capital or of the votes, or control a company otherwise. */
const MOST_PERSONS = 20;

/** The persons who stand behind the company on the day of the question, by the members and as it declared, each once. */
export function personsBehind(asked: OwnersAsked): readonly Holder[] {
  const declared = latestOf(asked.declared.filter(({ declaredOn }) => declaredOn <= asked.asOf));
  const persons = [...ownersOf(asked, asked.asOf), ...declared].flatMap(({ holder }) =>
    holder?.kind === 'person' && holder.number !== '' ? [[holderKey(holder), holder] as const] : [],
  );
  const byKey = [...new Map(persons)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return byKey.slice(0, MOST_PERSONS).map(([, holder]) => holder);
}

const isLarge = ({ share, votingShare }: Pick<Owner, 'share' | 'votingShare'>): boolean =>
  Math.max(share, votingShare) >= LARGE - ROUNDED;
