import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/assess.ts';
import { measure } from '#shared/domain/back-test/measure.ts';
import type { CompanyFacts } from '#shared/domain/facts/company-facts.ts';
import { bandOf, type LinkMember } from '#shared/domain/rings/band.ts';
import { ownSigns } from '#shared/domain/rings/own-signs.ts';
import { type WorldCompany, worldFacts } from '#test/support/world-facts.ts';

const WORLD = new URL('../../../../shared/worlds/dev', import.meta.url).pathname;
const AS_OF = '2025-12-31';

/** Every second bank silent: its flows were never heard. */
function halfSilent(company: WorldCompany): WorldCompany {
  const silent = (bank: string) => Number(bank) % 2 === 0;
  const accounts = company.facts.accounts.map((account) =>
    silent(account.bank) ? { ...account, flows: [] } : account,
  );
  const flows = Object.fromEntries(Object.entries(company.facts.coverage.flows).filter(([bank]) => !silent(bank)));
  return { ...company, facts: { ...company.facts, accounts, coverage: { ...company.facts.coverage, flows } } };
}

function withBands(companies: readonly WorldCompany[]): CompanyFacts[] {
  const members = new Map<string, LinkMember[]>();
  for (const { facts, values } of companies) {
    const { enterpriseCode, registeredOn } = facts;
    const member = { enterpriseCode, registeredOn, badSigns: ownSigns(facts) };
    for (const { kind, ref } of values) {
      const key = `${kind}#${ref}`;
      members.set(key, [...(members.get(key) ?? []), member]);
    }
  }
  return companies.map(({ facts, values }) => {
    const bands = values.map(({ kind, ref }) => bandOf(kind, ref, members.get(`${kind}#${ref}`) ?? []));
    return { ...facts, bands };
  });
}

const measured = (companies: readonly WorldCompany[]) => {
  const facts = withBands(companies);
  const replayed = facts.map((one, index) => {
    const { score, verdict } = assess(one);
    return { enterpriseCode: one.enterpriseCode, score, verdict, shell: companies[index]?.shell };
  });
  return measure(replayed, 300);
};

describe.skipIf(!existsSync(WORLD))('a labelled province', () => {
  it('is judged as its labels say', async () => {
    const { precision, recall, averagePrecision, honestFlagged } = measured(await worldFacts(WORLD, AS_OF));
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.99);
    expect(averagePrecision).toBeGreaterThanOrEqual(0.995);
    expect(honestFlagged).toBeLessThanOrEqual(0.003);
  });

  it('is judged nearly as well where half the banks are silent', async () => {
    const companies = await worldFacts(WORLD, AS_OF);
    const { precision, recall, averagePrecision } = measured(companies.map(halfSilent));
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.97);
    expect(averagePrecision).toBeGreaterThanOrEqual(0.99);
  });
});
