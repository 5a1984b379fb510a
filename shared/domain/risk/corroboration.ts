import type { SharedKind } from './rings/band.ts';
import type { CompanyFacts } from './facts/company-facts.ts';
import type { CompanyProfile } from './facts/company-profile.ts';
import type { Evidence, EvidenceKind } from './rules/finding.ts';
import type { Rule } from './rules/rule.ts';

/** A finding that counts against a company, with the rule that made it. */
export interface CountedFinding {
  readonly rule: Pick<Rule, 'kind' | 'sender' | 'fact'>;
  readonly evidence: Evidence;
  readonly weight: number;
}

/** A finding of less weight is no evidence of its kind; one of less weight than `SUPPORTS` does not count as a second sender's. */
const MATERIAL = 0.1;
const SUPPORTS = 0.5;
/** Ties that only banks tell of: a bank's word that two companies share a device is no second sender. */
const TOLD_BY_BANKS: ReadonlySet<string> = new Set<SharedKind>(['holder', 'counterparty', 'device']);

/**
 * Whether evidence of two kinds, from two senders, speaks against a company. What one bank alone says is evidence, but
 * it condemns nobody: a second sender must say something too, or an account that money was seen in must be the
 * company's own by its representative or, where none is named, by its holder.
 */
export function isCorroborated(counted: readonly CountedFinding[], { facts }: CompanyProfile): boolean {
  let kind: EvidenceKind | undefined;
  let sender: string | undefined;
  let twoKinds = false;
  let twoSenders = false;
  for (const { rule, evidence, weight } of counted) {
    if (weight < MATERIAL) continue;
    kind ??= rule.kind;
    if (kind !== rule.kind) twoKinds = true;
    const said = weight >= SUPPORTS ? senderOf(rule, evidence, facts) : undefined;
    if (said === undefined) continue;
    sender ??= said;
    if (sender !== said || said.includes(BANKS_APART)) twoSenders = true;
  }
  return twoKinds && sender !== undefined && (twoSenders || facts.accounts.some(isItsOwn));
}

/** Between two banks in the evidence. */
const BANKS_APART = ', ';

/** One sender, or several banks apart by `BANKS_APART`. */
function senderOf(
  { sender, fact }: CountedFinding['rule'],
  { banks, kind: shared }: Evidence,
  { accounts }: CompanyFacts,
): string | undefined {
  if (typeof banks === 'string') return banks;
  // A bank's own word on an account is that bank's, as are the flows that it tells of it.
  if (sender === 'bank' && fact === LISTING) return banksThatListed(accounts);
  return typeof shared === 'string' && TOLD_BY_BANKS.has(shared) ? undefined : sender;
}

const LISTING = 'listing';

const banksThatListed = (accounts: CompanyFacts['accounts']): string => {
  const banks = new Set(accounts.flatMap(({ bank, listing }) => (listing?.by === 'bank' ? bank : [])));
  return [...banks].sort().join(BANKS_APART);
};

const isItsOwn = ({
  flows,
  counterparties,
  representative,
  holder,
}: CompanyProfile['facts']['accounts'][number]): boolean =>
  (flows.length > 0 || counterparties !== undefined) &&
  (representative === 'same' || (representative === 'unknown' && holder === 'same'));
