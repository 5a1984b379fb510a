import { SHARED_KINDS, type SharedBand, type SharedKind } from './rings/band.ts';
import type { AccountFacts, CompanyFacts } from './facts/company-facts.ts';
import { type CompanyProfile, profileWith } from './facts/company-profile.ts';
import type { Evidence } from './rules/finding.ts';
import { ownSignsOf } from './rules/own-signs.ts';
import { tiesOf } from './rules/shared-ties.ts';
import type { FindingSender, Rule } from './rules/rule.ts';

/** A finding that counts against a company, with the rule that made it. */
export interface CountedFinding {
  readonly rule: Pick<Rule, 'kind' | 'sender' | 'alsoMadeBy' | 'concernsOffices'>;
  readonly evidence: Evidence;
  readonly weight: number;
}

/** A finding below `MATERIAL` is no evidence of its kind; one below `SUPPORTS` does not count as a second sender's evidence. */
const MATERIAL = 0.1;
const SUPPORTS = 0.5;
/** The least weight that has to remain without one sender. */
const REMAINS = 1;
/** Ties that rest only on banks' rows, which are no second sender's evidence beside banks' flows. */
const MADE_BY_BANKS: ReadonlySet<SharedKind> = new Set<SharedKind>(['holder', 'counterparty', 'device']);

/** A finding with the sender whose data it is, and another one whose false data could make it too. */
interface SentFinding {
  readonly sender: FindingSender | undefined;
  readonly alsoMadeBy: FindingSender | undefined;
  readonly weight: number;
}

/**
 * Whether evidence of two kinds from two senders speaks against a company, because the data of one sender alone must
 * not flag anybody: without any one sender's evidence, other evidence has to remain. It has to weigh something without
 * the tax office, where a few invented invoices make the heaviest findings, and, where the company has an account of
 * its own, without the accounts that one bank assigns to strangers, because nobody else reports whose they are. The
 * same holds for the holders of phones, whom one carrier reports. Banks count as one sender unless the evidence remains
 * when any single bank is left out. For that test each bank's accounts are removed in turn, except those that belong to
 * the company (`isItsOwn`).
 * @param countedIn finds the counting findings of a profile with other accounts
 */
export function isCorroborated(
  counted: readonly CountedFinding[],
  profile: CompanyProfile,
  countedIn: (reading: CompanyProfile) => readonly CountedFinding[],
): boolean {
  const material = counted.filter(({ rule, weight }) => weight >= MATERIAL && !rule.concernsOffices);
  if (!material.some(({ rule }) => rule.kind !== material[0]?.rule.kind)) return false;
  const sent = sentFindings(counted, profile);
  const supporting = sent.filter(({ weight }) => weight >= SUPPORTS);
  const senders = new Set(supporting.map(({ sender }) => sender));
  if (senders.size === 0) return false;
  const remains = (sender: FindingSender): boolean =>
    supporting.some((one) => !isMadeBy(sender, one)) &&
    weightWithout(sender, sent) >= (sender === 'tax' ? REMAINS : SUPPORTS);
  if ([...senders].some((sender) => sender !== undefined && sender !== 'bank' && !remains(sender))) return false;
  if (restsOnCarriers(profile.facts) && weightOf(countedIn(withoutCarriers(profile))) < REMAINS) return false;
  const restsOnBanks = senders.has('bank') && !remains('bank');
  const hasOwnAccount = profile.facts.accounts.some((account) => isItsOwn(account, profile.facts));
  if (!hasOwnAccount && !restsOnBanks) return true;
  // Only here, because the company is judged again for each of these banks
  const withoutBanks = withoutStrangersOfEachBank(profile).map(countedIn);
  if (hasOwnAccount && withoutBanks.some((rest) => weightOf(rest) < REMAINS)) return false;
  return !restsOnBanks || isOfNoBankAlone(profile, withoutBanks);
}

/** The findings that count for police and banks, those in the company's favour included. */
const sentFindings = (counted: readonly CountedFinding[], profile: CompanyProfile): SentFinding[] =>
  counted
    .filter(({ rule }) => !rule.concernsOffices)
    .map(({ rule, evidence, weight }) => ({
      sender: senderOf(rule, evidence, profile),
      alsoMadeBy: rule.alsoMadeBy,
      weight,
    }));

const isMadeBy = (maker: FindingSender, { sender, alsoMadeBy }: SentFinding): boolean =>
  sender === maker || alsoMadeBy === maker;

/** What the findings for police and banks weigh. */
function weightOf(counted: readonly CountedFinding[]): number {
  let sum = 0;
  for (const { rule, weight } of counted) if (!rule.concernsOffices) sum += weight;
  return sum;
}

function weightWithout(maker: FindingSender, sent: readonly SentFinding[]): number {
  let sum = 0;
  for (const one of sent) if (!isMadeBy(maker, one)) sum += one.weight;
  return sum;
}

/**
 * A company without the accounts of one bank that are not its own, for each such bank. Where that bank names a
 * stranger, all ties that banks make are left out too; where it only names nobody, a device and a receiver that are also
 * reported of an account that stays remain.
 */
function withoutStrangersOfEachBank(profile: CompanyProfile): CompanyProfile[] {
  const { facts } = profile;
  const foreign = facts.accounts.filter((account) => !isItsOwn(account, facts));
  return [...new Set(foreign.map(({ bank }) => bank))].map((left) => {
    const accounts = facts.accounts.filter((account) => account.bank !== left || isItsOwn(account, facts));
    const staying = foreign.some((account) => account.bank === left && !isInItsName(account)) ? [] : accounts;
    const bands = facts.bands.filter((band) => !isMadeByBanks(band) || isReportedOf(staying, band));
    return profileWith(profile, { accounts, bands });
  });
}

/** Whether carriers' rows tie the company to others by the holder of a phone, or say whose its accounts' phones are. */
const restsOnCarriers = ({ accounts, bands }: CompanyFacts): boolean =>
  bands.some(isMadeByCarriers) ||
  accounts.some(
    ({ phoneOwner, strangersPhone, unregisteredPhone }) =>
      phoneOwner === 'other' || strangersPhone !== undefined || unregisteredPhone !== undefined,
  );

/** A company of whose accounts' phones no holder is known. */
function withoutCarriers(profile: CompanyProfile): CompanyProfile {
  const { facts } = profile;
  const bands = facts.bands.filter((band) => !isMadeByCarriers(band));
  return profileWith(profile, { accounts: facts.accounts.map(withoutPhoneHolder), bands });
}

const isMadeByCarriers = ({ kind }: SharedBand): boolean => kind === 'holder';

function withoutPhoneHolder(account: AccountFacts): AccountFacts {
  const { strangersPhone: _strangers, unregisteredPhone: _unregistered, ...rest } = account;
  return { ...rest, phoneOwner: 'unknown' };
}

function isOfNoBankAlone(profile: CompanyProfile, withoutBanks: readonly (readonly CountedFinding[])[]): boolean {
  if (withoutBanks.length === 0) return profile.facts.accounts.some(tellsOfMoney);
  return withoutBanks.every((rest) =>
    sentFindings(rest, profile).some(({ sender, weight }) => weight >= SUPPORTS && sender === 'bank'),
  );
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
  return tiesOf(profile).some(({ band }) => band.kind === kind && isMadeByBanks(band)) ? 'bank' : 'registry';
}

const isMadeByBanks = ({ kind, atBank, badOnlyAtBank }: SharedBand): boolean =>
  MADE_BY_BANKS.has(kind) || atBank === 'alone' || badOnlyAtBank === true;

/** Whether a device, or a receiver of money, is reported of one of these accounts. */
function isReportedOf(accounts: readonly AccountFacts[], { kind, ref }: SharedBand): boolean {
  if (kind === 'device') return accounts.some(({ devices }) => devices?.includes(ref));
  return (
    kind === 'counterparty' && accounts.some(({ counterparties }) => counterparties?.some((one) => one.ref === ref))
  );
}

/**
 * Whether an account belongs to the company: by the representative that its bank names or, where it names none, by the
 * holder's name. A name is easily copied, so it does not count if another bank names the company's representative.
 */
const isItsOwn = (account: AccountFacts, { accounts }: CompanyFacts): boolean =>
  account.representative === 'same' ||
  (isInItsName(account) &&
    !accounts.some(({ representative, bank }) => representative === 'same' && bank !== account.bank));

const isInItsName = ({ representative, holder }: AccountFacts): boolean =>
  representative === 'unknown' && holder === 'same';

const tellsOfMoney = ({ flows, counterparties }: AccountFacts): boolean =>
  flows.length > 0 || counterparties !== undefined;
