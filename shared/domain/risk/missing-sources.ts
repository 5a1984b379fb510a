import type { CompanyFacts } from './facts/company-facts.ts';
import { OFFICE_KINDS } from './province/company-sample.ts';

/**
 * What nobody could be asked about a company: `TO_KHAI_THUE`, `HOA_DON`, `BHXH` of an office that sends nothing, `identities`,
 * `subscribers`, `accounts/970436` of a bank that tells no flows. "Nothing was found" is not "nothing could be asked".
 */
export function missingSourcesOf({ coverage, accounts, people }: CompanyFacts): string[] {
  const { signals, flows, identities, subscribers } = coverage;
  const banks = [...new Set(accounts.map(({ bank }) => bank))].sort();
  return [
    ...OFFICE_KINDS.filter((kind) => signals[kind] === undefined),
    ...(identities === 'none' || people.every(({ result }) => result === 'unchecked') ? ['identities'] : []),
    ...(subscribers ? [] : ['subscribers']),
    ...banks.filter((bank) => flows[bank] === undefined).map((bank) => `accounts/${bank}`),
  ];
}
