import type { CompanyFacts } from './facts/company-facts.ts';
import { OFFICE_KINDS } from './province/office-kinds.ts';

/**
 * The sources that are missing for a company: `TO_KHAI_THUE`, `HOA_DON` or `BHXH` where the office sends nothing,
 * `identities`, `subscribers`, and `accounts/970436` where the bank reports no flows. They distinguish "nothing was
 * found" from "nothing could be checked".
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
