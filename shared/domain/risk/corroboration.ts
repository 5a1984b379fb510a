import { SHARED_KINDS, type SharedBand, type SharedKind } from './rings/band.ts';
import type { AccountFacts, CompanyFacts } from './facts/company-facts.ts';
import type { CompanyProfile } from './facts/company-profile.ts';
import type { Evidence, EvidenceKind } from './rules/finding.ts';
import { ownSignsOf } from './rules/own-signs.ts';
import type { FindingSender, Rule } from './rules/rule.ts';

/** A finding that counts against a company, with the rule that made it. */
export interface CountedFinding {
  readonly rule: Pick<Rule, 'kind' | 'sender' | 'concernsOffices'>;
  readonly evidence: Evidence;
  readonly weight: number;
}

/** A finding below `MATERIAL` is no evidence of its kind; one below `SUPPORTS` does not count as a second sender's evidence. */
const MATERIAL = 0.1;
const SUPPORTS = 0.5;
/** Ties that rest only on banks' rows, which are no second sender's evidence beside banks' flows. */
const MADE_BY_BANKS: ReadonlySet<SharedKind> = new Set<SharedKind>(['holder', 'counterparty', 'device']);

/**
 * Whether evidence of two kinds from two senders speaks against a company, because the data of one sender alone must
 * not flag anybody. Banks count as one sender unless the evidence remains when any single bank is left out. For that
 * test each bank's accounts are removed in turn, except those that belong to the company by their representative or,
 * where none is named, by their holder. @param countedIn finds the counting findings of other facts
 */
export function isCorroborated(
  counted: readonly CountedFinding[],
  profile: CompanyProfile,
  countedIn: (facts: CompanyFacts) => readonly CountedFinding[],
): boolean {
  const kinds = new Set<EvidenceKind>();
  const senders = new Set<FindingSender>();
  for (const { rule, evidence, weight } of counted) {
    if (weight < MATERIAL || rule.concernsOffices) continue;
    kinds.add(rule.kind);
    const said = weight >= SUPPORTS ? senderOf(rule, evidence, profile) : undefined;
    if (said !== undefined) senders.add(said);
  }
  if (kinds.size < 2) return false;
  return senders.size > 1 || (senders.has('bank') && isOfNoBankAlone(profile, countedIn));
}

function isOfNoBankAlone(
  profile: CompanyProfile,
  countedIn: (facts: CompanyFacts) => readonly CountedFinding[],
): boolean {
  const { facts } = profile;
  const strangers = new Set(facts.accounts.filter((account) => !isItsOwn(account)).map(({ bank }) => bank));
  if (strangers.size === 0) return facts.accounts.some(tellsOfMoney);
  const bands = facts.bands.filter((band) => !isMadeByBanks(band));
  return [...strangers].every((left) => {
    const accounts = facts.accounts.filter((account) => account.bank !== left || isItsOwn(account));
    return countedIn({ ...facts, accounts, bands }).some(
      ({ rule, evidence, weight }) => weight >= SUPPORTS && senderOf(rule, evidence, profile) === 'bank',
    );
  });
}

function senderOf(
  { sender }: CountedFinding['rule'],
  { banks, kind }: Evidence,
  profile: CompanyProfile,
): FindingSender | undefined {
  if (typeof banks === 'string') return 'bank';
  const shared = SHARED_KINDS.find((one) => one === kind);
  if (shared !== undefined) return senderOfTie(shared, profile);
  return sender === 'others' ? 'registry' : sender;
}

/**
 * The sender of a tie's evidence. Where banks also report the tie, for the company and for another one with a bad sign,
 * nobody can have made it alone, and the senders of the other companies' data count. Otherwise it is the sender who can
 * make the tie.
 */
function senderOfTie(kind: SharedKind, profile: CompanyProfile): FindingSender {
  const ownBad = ownSignsOf(profile, 1) > 0 ? 1 : 0;
  const isOfTwo = (band: SharedBand) => band.kind === kind && band.atBank === 'too' && (band.badAtBank ?? 0) > ownBad;
  if (profile.facts.bands.some(isOfTwo)) return 'others';
  if (kind === 'invoice') return 'tax';
  return profile.facts.bands.some((band) => band.kind === kind && isMadeByBanks(band)) ? 'bank' : 'registry';
}

const isMadeByBanks = ({ kind, atBank, badOnlyAtBank }: SharedBand): boolean =>
  MADE_BY_BANKS.has(kind) || atBank === 'alone' || badOnlyAtBank === true;

const isItsOwn = ({ representative, holder }: AccountFacts): boolean =>
  representative === 'same' || (representative === 'unknown' && holder === 'same');

const tellsOfMoney = ({ flows, counterparties }: AccountFacts): boolean =>
  flows.length > 0 || counterparties !== undefined;
