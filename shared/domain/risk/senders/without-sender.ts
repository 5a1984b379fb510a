import type { AccountFacts, CompanyFacts } from '../facts/company-facts.ts';
import type { SharedBand, SharedKind } from '../rings/band.ts';
import { type FindingSource, type Office, type Sender, WRITERS } from './sender.ts';

/** Whether false rows of one office alone could make a finding of an honest company. */
export const isMadeBy = (sender: Sender, madeBy: readonly FindingSource[]): boolean =>
  madeBy.some((source) => WRITERS[source].some((writer) => writer === sender));

/** Who tells that a company has a shared value; of a phone a bank can tell it, too. */
const TOLD_BY: Readonly<Record<SharedKind, Office | 'bank'>> = {
  person: 'registry',
  address: 'registry',
  phone: 'registry',
  email: 'registry',
  agent: 'registry',
  holder: 'carriers',
  counterparty: 'bank',
  device: 'bank',
  invoice: 'tax',
};

const AT_BANKS: ReadonlySet<SharedKind> = new Set<SharedKind>(['counterparty', 'device']);

/**
 * The company without the accounts that one sender reports, the values of which it tells alone that others have them
 * too, and the signs that it makes the others have. What an office says about the company is left out by the rules
 * that it could make.
 * @param isKept whether an account of the sender stays
 */
export function withoutSender(
  facts: CompanyFacts,
  sender: Sender,
  isKept: (account: AccountFacts) => boolean = () => false,
): CompanyFacts {
  const isStaying = (account: AccountFacts) => account.bank !== sender || isKept(account);
  const isAccountHolder = !facts.accounts.every(isStaying);
  const staying = isAccountHolder ? facts.accounts.filter(isStaying) : facts.accounts;
  const accounts = sender === 'registry' && staying.some(hasFormerHead) ? staying.map(ofItsHead) : staying;
  const madeAllSignsAt = (ref: string) =>
    facts.bands.some((band) => band.ref === ref && band.badShare > 0 && band.without?.[sender] !== undefined);
  const bands = facts.bands
    .filter((band) => !(isAccountHolder ? isToldByBank(band, accounts) : isToldByOffice(band, sender)))
    .map((band) => (band.without?.[sender] ? { ...band, ...band.without[sender] } : band))
    // Who made all the signs at a receiver or device may also have put the companies there
    .filter(({ kind, ref, badShare }) => badShare > 0 || !AT_BANKS.has(kind) || !madeAllSignsAt(ref));
  const areBandsSame = bands.length === facts.bands.length && bands.every((band, at) => band === facts.bands[at]);
  return accounts === facts.accounts && areBandsSame ? facts : { ...facts, accounts, bands };
}

const hasFormerHead = ({ formerHead }: AccountFacts): boolean => formerHead === true;

/** Without the change of its representative, the account is that of the representative before. */
const ofItsHead = (account: AccountFacts): AccountFacts =>
  account.formerHead ? { ...account, representative: 'same' } : account;

/** Where banks also report the value of the company and of another one with a sign, no office has made the tie alone. */
const isToldByOffice = ({ kind, atBank, badAtBank = 0 }: SharedBand, sender: Sender): boolean =>
  atBank !== 'alone' && TOLD_BY[kind] === sender && !(atBank === 'too' && badAtBank > 1);

/** @param staying the accounts that other banks report */
function isToldByBank({ kind, ref, atBank, badOnlyAtBank }: SharedBand, staying: readonly AccountFacts[]): boolean {
  if (kind === 'device') return !staying.some(({ devices }) => devices?.includes(ref));
  if (kind === 'counterparty') return !staying.some((one) => one.counterparties?.some((other) => other.ref === ref));
  return kind === 'holder' || atBank === 'alone' || badOnlyAtBank === true;
}
