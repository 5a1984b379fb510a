import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts, Heard } from './facts/company-facts.ts';
import { OFFICE_KINDS } from './province/shown.ts';

/** Up to which day each feed was heard of a company, and what nobody could be asked about it. */
export interface HeardUntil {
  /** By feed, and by kind where a kind's office sends it: the last day heard, never after `asOf`. */
  readonly heardUntil: Readonly<Record<string, IsoDate>>;
  /** `TO_KHAI_THUE`, `HOA_DON`, `BHXH`, `identities`, `subscribers`, `accounts/970436`. */
  readonly unasked: readonly string[];
}

/** "Nothing was found" is not "nothing could be asked": an officer reads both beside a verdict. */
export function heardUntilOf({ coverage, accounts, people, asOf }: CompanyFacts): HeardUntil {
  const { signals, flows, identities, subscribers, invoicePairs } = coverage;
  const until: Record<string, IsoDate> = {};
  const unasked: string[] = [];
  const note = (name: string, heard: Heard | undefined) => {
    if (heard !== undefined) until[name] = heard.to < asOf ? heard.to : asOf;
  };
  for (const kind of OFFICE_KINDS) {
    note(kind, signals[kind]);
    if (signals[kind] === undefined) unasked.push(kind);
  }
  note('activities', latest(Object.values(signals)));
  const banks = [...new Set(accounts.map(({ bank }) => bank))].sort();
  note('accounts', latest(banks.flatMap((bank) => flows[bank] ?? [])));
  for (const bank of banks) if (flows[bank] === undefined) unasked.push(`accounts/${bank}`);
  note('invoices', invoicePairs);
  if (people.every(({ result }) => result === 'unchecked') || identities === 'none') unasked.push('identities');
  if (!subscribers) unasked.push('subscribers');
  return { heardUntil: until, unasked };
}

const latest = (heard: readonly Heard[]): Heard | undefined =>
  heard.length === 0 ? undefined : heard.reduce((a, b) => (a.to > b.to ? a : b));
