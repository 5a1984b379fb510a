import type { WorldCompany } from './world-facts/world-company.ts';

/** A number in 0…1 that depends on a text and a seed alone. */
function drawn(text: string, seed: number): number {
  let hash = (seed * 2_654_435_761) >>> 0;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  return (hash >>> 8) / 2 ** 24;
}

/**
 * Tax offices of a share of the old districts send data. The companies of the other offices have no returns and no
 * invoices.
 */
export const withoutTaxOffices =
  (share: number, seed: number) =>
  (company: WorldCompany): WorldCompany => {
    const parts = company.headOfficeAddress.split(',').map((part) => part.trim().toLowerCase());
    const district = parts.find((part) => /^(?:huyện|h\.|thị xã|thành phố|tp)/u.test(part)) ?? parts.at(-2) ?? '';
    if (drawn(district.replace(/^(?:huyện|h\.)\s*/u, ''), seed) < share) return company;
    const { TO_KHAI_THUE: _returns, HOA_DON: _invoices, ...signals } = company.facts.coverage.signals;
    const coverage = { ...company.facts.coverage, signals };
    return { ...company, facts: { ...company.facts, returns: [], invoices: [], coverage } };
  };

const OPTIONAL = new Set(['counterparty', 'device', 'invoice']);

/** Nobody sends counterparties, devices or invoice pairs. */
export const withoutOptionalFeeds = (company: WorldCompany): WorldCompany => {
  const { coverage, accounts } = company.facts;
  return {
    ...company,
    values: company.values.filter(({ kind }) => !OPTIONAL.has(kind)),
    facts: {
      ...company.facts,
      invoicePairs: undefined,
      coverage: { ...coverage, invoicePairs: undefined, counterparties: undefined, devices: undefined },
      accounts: accounts.map((account) => ({ ...account, counterparties: undefined, devices: undefined })),
    },
  };
};
