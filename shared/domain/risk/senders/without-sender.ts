import type { AccountFacts, CompanyFacts } from '../facts/company-facts.ts';
import type { SharedBand, SharedKind } from '../rings/band.ts';
import type { Office, Sender } from './sender.ts';
import { type FindingSource, WRITERS } from './writers.ts';

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
 * too, and the signs that it makes the others have. What an office says about the company is left out by the rules
 * that it could make.
 * @param isKept whether an account of the sender stays; the companies that it alone puts at a value then stay, too, unless
 * it made their signs
 */
export function withoutSender(
  facts: CompanyFacts,
  sender: Sender,
  isKept?: (account: AccountFacts) => boolean,
): CompanyFacts {
  const isStaying = (account: AccountFacts) => account.bank !== sender || isKept?.(account) === true;
  const isAccountHolder = !facts.accounts.every(isStaying);
  const staying = isAccountHolder ? facts.accounts.filter(isStaying) : facts.accounts;
  const accounts = sender === 'registry' && staying.some(hasFormerHead) ? staying.map(ofItsHead) : staying;
  const bands = facts.bands
    .filter((band) => !(isAccountHolder ? isToldByBank(band, accounts) : isToldByOffice(band, sender)))
    .map((band) => bandWithout(band, sender, isKept !== undefined));
  const areBandsSame = bands.length === facts.bands.length && bands.every((band, at) => band === facts.bands[at]);
  return accounts === facts.accounts && areBandsSame ? facts : { ...facts, accounts, bands };
}

function bandWithout(band: SharedBand, sender: Sender, keepsMembers: boolean): SharedBand {
  const rest = band.without?.[sender];
  if (rest === undefined || (keepsMembers && !rest.madeSigns)) return band;
  const { badShare, worseShare, size = band.size, spreadDays = band.spreadDays } = rest;
  return { ...band, badShare, worseShare, size, spreadDays };
}

/** No rule asks who shares a receiver or a device with so many. */
const MANY = 10;

/** The banks whose companies at a receiver or device make the others there fewer or less dangerous. */
export const banksThatHide = ({ badShare, size, without = {} }: SharedBand): Sender[] =>
  Object.entries(without).flatMap(([sender, rest]) =>
    rest.badShare > badShare || (size >= MANY && rest.size !== undefined && rest.size > 1 && rest.size < MANY)
      ? [sender]
      : [],
  );

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
