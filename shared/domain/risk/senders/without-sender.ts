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

/**
 * The company without the accounts that one sender reports, the values of which it tells alone that others have them
 * too, and those of which it makes the others' signs. What an office says about the company is left out by the rules
 * that it could make.
 */
export function withoutSender(facts: CompanyFacts, sender: Sender): CompanyFacts {
  const staying = facts.accounts.filter(({ bank }) => bank !== sender);
  const isAccountHolder = staying.length < facts.accounts.length;
  const accounts = sender === 'registry' ? staying.map(ofItsHead) : staying;
  const bands = facts.bands.filter(
    (band) =>
      band.badBy !== sender &&
      !(isAccountHolder ? isToldByBank(band, accounts) : isToldByOffice(band, sender)),
  );
  return { ...facts, accounts, bands };
}

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
