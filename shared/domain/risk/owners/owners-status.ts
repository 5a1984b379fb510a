import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { type ClockStatus, clockStatusOf, dueOn } from '#shared/domain/vietnamese/due-days.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { type EffectiveShare, effectiveShares } from './effective-shares.ts';
import { type DeclaredOwner, type Holder, type Holding, holderKey, type SaidBy } from './holding.ts';
import { LARGE, latestOf, type Owner, type OwnersAsked, ownersOf, ROUNDED, tablesOn } from './persons-behind.ts';

/** Since when companies declare their beneficial owners (Luật 76/2025/QH15, Điều 3). */
const OWNERS_DECLARED_SINCE = '2025-07-01';
const WHOLE = 100;
/** Rounded shares of many members may miss the whole by so much. */
const LISTED_TO = 1;
/** Forms without legal personality, which have no beneficial owners to declare (Luật Doanh nghiệp Điều 4 khoản 35). */
const EXEMPT: ReadonlySet<string> = new Set(['DNTN', 'HKD']);

const ARTICLE = {
  person: 'Nghị định 168/2025/NĐ-CP Điều 17 khoản 1 điểm a, Điều 18',
  organisation: 'Nghị định 168/2025/NĐ-CP Điều 18 (Mẫu số 11)',
  change: 'Nghị định 168/2025/NĐ-CP Điều 52',
} as const;

/** An owner that should be declared and is not, is declared and should not be, or is declared otherwise. */
export interface OwnerFault {
  readonly holder: Holder;
  /** As computed from the members; undefined where the members do not make it an owner. */
  readonly share?: number | undefined;
  readonly votingShare?: number | undefined;
  /** As declared. */
  readonly declaredShare?: number | undefined;
  readonly declaredVotingShare?: number | undefined;
  readonly article: string;
  /** The row that shows it: of the declaration, otherwise of the list of members. */
  readonly from?: SaidBy | undefined;
}

/**
 * `not_due`: an older company until its next change of registration, or a term that still runs until `dueOn`. `unknown`:
 * there is no declaration, and no members either or nobody's declarations have been received.
 */
export const OWNERS_STATES = ['declared', 'declared_none', 'exempt', 'not_due', 'overdue', 'unknown'] as const;
export type OwnersState = (typeof OWNERS_STATES)[number];

export interface OwnersStatus {
  readonly state: OwnersState;
  readonly dueOn?: IsoDate | undefined;
  readonly missing: readonly OwnerFault[];
  readonly surplus: readonly OwnerFault[];
  readonly contradicting: readonly OwnerFault[];
}

/**
 * Holds what a company declared of its beneficial owners against its members and those of the organisations behind it.
 * A change that is younger than the term of its declaration is no fault yet.
 */
export function ownersStatus(said: OwnersAsked): OwnersStatus {
  const asked = { ...said, holdings: new Map([...said.holdings].map(([code, own]) => [code, sinceEver(own)])) };
  const { legalForm, declared, holdings, enterpriseCode, heard, asOf } = asked;
  if (legalForm !== undefined && EXEMPT.has(legalForm)) return { state: 'exempt', ...NO_FAULTS };
  const inForce = latestOf(declared.filter(({ declaredOn }) => declaredOn <= asOf));
  const changes = changesOf(asked);
  const known = (holdings.get(enterpriseCode) ?? []).length > 0;
  const [first] = inForce;
  if (!first) {
    const due = firstDue(asked);
    if (due === undefined) return { state: 'not_due', ...NO_FAULTS };
    if (!heard || !known) return { state: 'unknown', ...NO_FAULTS };
    if (due >= asOf) return { state: 'not_due', dueOn: due, ...NO_FAULTS };
    const missing = ownersOf(asked, lastSettled(changes, asOf)).map((one) => lacking(one, asked));
    return { state: 'overdue', dueOn: due, ...NO_FAULTS, missing };
  }
  const state = inForce.some(({ holder }) => holder) ? 'declared' : 'declared_none';
  if (!known) return { state, ...NO_FAULTS };
  // The day on which the declaration must be true: its own, or the last change of which the term is over
  const settled = lastSettled(changes, asOf);
  const faults = faultsOf(inForce, ownersOf(asked, settled > first.declaredOn ? settled : first.declaredOn), asked);
  const open = hasAny(faults) ? changes.find((day) => isOpenChange(day, first, asked)) : undefined;
  if (open === undefined) return { state, ...faults };
  return { state: 'overdue', dueOn: dueOn('ownersDeclaration', open), ...faults };
}

/** Who was on the first list that is known was not seen to come in on its day. */
function sinceEver(holdings: readonly Holding[]): readonly Holding[] {
  const [first] = holdings.map(({ since }) => since).toSorted();
  return holdings.map((one) => (one.since === first ? { ...one, since: '' } : one));
}

/** Whether the owners or their shares have changed since the declaration, and the term of the next one is over. */
function isOpenChange(day: IsoDate, { declaredOn }: DeclaredOwner, asked: OwnersAsked): boolean {
  if (day <= declaredOn || day < OWNERS_DECLARED_SINCE || dueOn('ownersDeclaration', day) >= asked.asOf) return false;
  const [before, then] = [declaredOn, day].map((on) =>
    ownersOf(asked, on)
      .map(({ holder, share, votingShare }) => `${holderKey(holder)} ${rounded(share)} ${rounded(votingShare)}`)
      .toSorted(),
  );
  return String(before) !== String(then);
}

/** The status of the term of the declaration; undefined where no term has begun, or where nobody is known to be late. */
export function ownersClock(asked: OwnersAsked, { state, dueOn: due }: OwnersStatus): ClockStatus | undefined {
  if (state === 'overdue') return 'late';
  if (state === 'not_due') return due === undefined ? undefined : 'due';
  const [first] = asked.declared.map(({ declaredOn }) => declaredOn).toSorted();
  const began = firstDue(asked);
  if (first === undefined || began === undefined || state === 'exempt' || state === 'unknown') return undefined;
  return clockStatusOf(began, first, asked.asOf);
}

const NO_FAULTS = { missing: [], surplus: [], contradicting: [] } as const;
type Faults = Pick<OwnersStatus, 'missing' | 'surplus' | 'contradicting'>;
const hasAny = ({ missing, surplus, contradicting }: Faults): boolean =>
  missing.length + surplus.length + contradicting.length > 0;

/** The days on which the state or a fault may change without new data. */
export const ownersDays = ({ registeredOn, holdings, declared }: OwnersAsked): readonly IsoDate[] =>
  [...changesOf({ holdings }), registeredOn]
    .flatMap((day) => [day, addDays(dueOn('ownersDeclaration', day), 1)])
    .concat(declared.map(({ declaredOn }) => declaredOn));

/** The days on which members changed, in the company or behind it. */
const changesOf = ({ holdings }: Pick<OwnersAsked, 'holdings'>): readonly IsoDate[] =>
  [...new Set([...holdings.values()].flatMap((own) => own.map(({ since }) => since)))].toSorted();

/** The last change of which the term of ten days is over. */
const lastSettled = (changes: readonly IsoDate[], asOf: IsoDate): IsoDate =>
  changes.findLast((day) => day <= asOf && dueOn('ownersDeclaration', day) < asOf) ?? '';

/** A company founded since declares at its founding, an older one with its next change of registration. */
function firstDue({ registeredOn, changedOn, asOf }: OwnersAsked): IsoDate | undefined {
  if (registeredOn >= OWNERS_DECLARED_SINCE) return registeredOn;
  return changedOn.filter((day) => day >= OWNERS_DECLARED_SINCE && day <= asOf).toSorted()[0];
}

function faultsOf(inForce: readonly DeclaredOwner[], owners: readonly Owner[], asked: OwnersAsked): Faults {
  const due = new Map(owners.map((one) => [holderKey(one.holder), one]));
  const said = inForce.flatMap(({ holder, ...one }) => (holder ? [{ holder, ...one }] : []));
  const declaredKeys = new Set(said.map(({ holder }) => holderKey(holder)));
  const { held, unknown } = heldOf(asked);
  const missing = owners.filter(({ holder }) => !declaredKeys.has(holderKey(holder)));
  // Who controls a company in another way than by shares is found by the company itself
  const surplus = said.filter(
    ({ holder, control }) =>
      control === undefined &&
      !due.has(holderKey(holder)) &&
      Math.max(...MEASURES.map((measure) => (held.get(holderKey(holder))?.[measure] ?? 0) + unknown[measure])) < LARGE,
  );
  const contradicting = said.flatMap((one) => {
    const owner = due.get(holderKey(one.holder));
    const differs = owner && MEASURES.some((measure) => isOther(one[measure], owner[measure], unknown[measure]));
    return differs ? [declaredFault(one, owner)] : [];
  });
  return {
    missing: missing.map((one) => lacking(one, asked)),
    surplus: surplus.map((one) => declaredFault(one, undefined)),
    contradicting,
  };
}

const MEASURES = ['share', 'votingShare'] as const;

/** A part that nobody is known to stand behind may be anybody's. */
const isOther = (said: number | undefined, computed: number, unknown: number): boolean =>
  said !== undefined && (said < computed - 2 * ROUNDED || said > computed + unknown + 2 * ROUNDED);

/** A body of the State, behind which no natural person stands (Luật Doanh nghiệp Điều 4 khoản 35). */
const OF_THE_STATE =
  /^(?:uy ban nhan dan|ubnd|bo |so |nha nuoc|cuc |tong cong ty dau tu va kinh doanh von nha nuoc|scic|uy ban quan ly von nha nuoc)/;

/** What everybody holds on the day of the question, and the part behind which nobody is known. */
function heldOf({ enterpriseCode, holdings, asOf }: OwnersAsked) {
  const ends = effectiveShares(enterpriseCode, tablesOn(holdings, asOf));
  const isOpen = ({ holder }: EffectiveShare) =>
    holder.kind === 'organisation' && !OF_THE_STATE.test(foldMarks(holder.name));
  const unknownOf = (measure: (typeof MEASURES)[number]) => {
    const sum = (some: readonly EffectiveShare[]) => some.reduce((total, one) => total + one[measure], 0);
    const unlisted = WHOLE - sum(ends);
    return sum(ends.filter(isOpen)) + (unlisted > LISTED_TO ? unlisted : 0);
  };
  return {
    held: new Map(ends.map((one) => [holderKey(one.holder), one])),
    unknown: { share: unknownOf('share'), votingShare: unknownOf('votingShare') },
  };
}

function declaredFault(
  { holder, share, votingShare, from }: DeclaredOwner & { readonly holder: Holder },
  owner: Owner | undefined,
): OwnerFault {
  const article = holder.kind === 'person' ? ARTICLE.person : ARTICLE.organisation;
  return {
    holder,
    ...(owner && { share: rounded(owner.share), votingShare: rounded(owner.votingShare) }),
    declaredShare: share,
    declaredVotingShare: votingShare,
    article,
    from,
  };
}

/** The row that shows a missing owner is the last one of the lists of members that names it. */
function lacking({ holder, share, votingShare }: Owner, { holdings, declared }: OwnersAsked): OwnerFault {
  const key = holderKey(holder);
  const rows = [...holdings.values()].flat().filter((one) => holderKey(one.holder) === key);
  const last = rows.toSorted((a, b) => (a.since < b.since ? -1 : 1)).at(-1);
  const article = holder.kind === 'organisation' ? ARTICLE.organisation : ARTICLE.person;
  const isChange = declared.length > 0 && declared.every(({ declaredOn }) => declaredOn < (last?.since ?? ''));
  return {
    holder,
    share: rounded(share),
    votingShare: rounded(votingShare),
    article: isChange ? `${article}; ${ARTICLE.change}` : article,
    from: last?.from,
  };
}

const rounded = (share: number): number => Math.round(share * 100) / 100;
