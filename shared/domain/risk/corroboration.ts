import type { SharedKind } from './rings/band.ts';
import type { CompanyProfile } from './facts/company-profile.ts';
import type { Evidence, EvidenceKind } from './rules/finding.ts';
import type { Rule } from './rules/rule.ts';

/** A finding that counts against a company, with the rule that made it. */
export interface Counted {
  readonly rule: Pick<Rule, 'kind' | 'sender'>;
  readonly evidence: Evidence;
  readonly weight: number;
}

/** A finding of less weight is no evidence of its kind; one of less than `SUPPORTS` makes nobody a second sender. */
const MATERIAL = 0.1;
const SUPPORTS = 0.5;
/** Ties that only banks tell of: a bank's word that two companies share a device is no second sender. */
const TOLD_BY_BANKS: ReadonlySet<string> = new Set<SharedKind>(['holder', 'counterparty', 'device']);

/**
 * Whether evidence of two kinds, from two senders, speaks against a company. What one bank alone says is evidence, but
 * it condemns nobody: a second sender must say something too, or an account that money was seen in must be the
 * company's own by its representative or, where none is named, by its holder.
 */
export function isCorroborated(counted: readonly Counted[], { facts }: CompanyProfile): boolean {
  const kinds = new Set<EvidenceKind>();
  const senders = new Set<string>();
  for (const { rule, evidence, weight } of counted) {
    if (weight < MATERIAL) continue;
    kinds.add(rule.kind);
    if (weight >= SUPPORTS) for (const sender of sendersOf(rule, evidence)) senders.add(sender);
  }
  if (kinds.size < 2 || senders.size === 0) return false;
  return senders.size > 1 || facts.accounts.some(isItsOwn);
}

function sendersOf({ sender }: Counted['rule'], { banks, kind: shared }: Evidence): readonly string[] {
  if (typeof banks === 'string') return banks.split(', ').map((bank) => `bank ${bank}`);
  if (typeof shared === 'string' && TOLD_BY_BANKS.has(shared)) return [];
  return [sender];
}

const isItsOwn = ({
  flows,
  counterparties,
  representative,
  holder,
}: CompanyProfile['facts']['accounts'][number]): boolean =>
  (flows.length > 0 || counterparties !== undefined) &&
  (representative === 'same' || (representative === 'unknown' && holder === 'same'));
