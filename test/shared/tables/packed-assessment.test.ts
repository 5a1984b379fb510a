import { describe, expect, it } from 'vitest';
import { MOST_PEOPLE } from '#shared/domain/identity/registration.ts';
import { bandOf } from '#shared/domain/risk/rings/band.ts';
import { MOST_IN_ALL } from '#shared/tables/counted-accounts.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { FactsItem, unpackFacts } from '#shared/tables/assessment-item.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { assessedCompany } from '#test/support/assessed-company.ts';
import { account, companyFacts, flow } from '#test/support/company-facts.ts';
import { aReference as ref, correctablePerson } from '#test/support/correctable-person.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const CODE = '0900189284';
const MANY = 30_000;
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

/** Stores an assessment of these facts. @returns the facts as a snapshot reads them */
async function storedFacts(facts: CompanyFacts): Promise<CompanyFacts> {
  const { db, createTable } = memoryDatabase();
  const TableName = await createTable('assessments');
  expect(await assessmentsTable(db, TableName).record(assessedCompany(CODE), facts, 2_000_000_000)).toBe(true);
  const { Item } = await db.send(new GetCommand({ TableName, Key: { enterpriseCode: CODE } }));
  return JSON.parse(unpackFacts(FactsItem.parse(Item)));
}

describe('an assessment of a company with very many facts', () => {
  it('has room for its item with its largest counterparties', async () => {
    const days = { from: '2025-06-01', to: '2025-06-30' } as const;
    const counterparties = times(MANY, (n) => ({ ref: ref(), debit: 0, credit: n, ...days }));
    const { accounts } = await storedFacts(companyFacts({ accounts: [account({ counterparties })] }));
    expect(accounts[0]?.counterparties).toEqual(counterparties.slice(-2000));
  });

  it('has room for its item with its largest invoice pairs', async () => {
    const pairs = times(MANY, (n) => ({ party: ref(), period: '2025-06', total: MANY - n }));
    const { invoicePairs } = await storedFacts(companyFacts({ invoicePairs: { sold: pairs, bought: pairs } }));
    expect(invoicePairs).toEqual({ sold: pairs.slice(0, 2000), bought: pairs.slice(0, 2000) });
  });

  it('has room for its item without accounts, where even the shortest ones have none', async () => {
    const months = times(120, (n) => flow(`${2010 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`));
    const flows = months.map((one, n) => ({ ...one, credit: one.credit * Math.random() * n, debit: n / 7 }));
    const accounts = times(500, () => account({ accountRef: ref(), flows, devices: times(200, ref) }));
    const stored = await storedFacts(companyFacts({ accounts }));
    expect(stored.accounts).toEqual([]);
    expect(stored.asOf).toBe(companyFacts().asOf);
  });

  it('has room for its item where register, banks and carriers all report as much as counts', async () => {
    const people = times(MOST_PEOPLE, correctablePerson);
    const kinds = ['phone', 'holder', 'device', 'person'] as const;
    const bands = times(3600, (n) => bandOf(kinds[n % 4]!, ref(), []));
    const assessed = assessedCompany(CODE, {
      people,
      worklist: times(1500, (n) => ({
        kind: 'correction' as const,
        field: 'documentNumber',
        proposed: ref(),
        current: ref(),
        why: `${n}`,
      })),
      values: times(3600, (n) => `${kinds[n % 4]}#k1-${ref()}`),
      accounts: times(MOST_IN_ALL, () => ({
        accountRef: `k1-${ref()}`,
        fingerprint: ref(),
        mismatch: true,
        flag: 'company' as const,
      })),
    });
    const { db, createTable } = memoryDatabase();
    const assessments = assessmentsTable(db, await createTable('assessments'));
    expect(await assessments.record(assessed, companyFacts({ people, bands }), 2_000_000_000)).toBe(true);
    expect(await assessments.get(CODE)).toMatchObject({ accounts: assessed.accounts, values: assessed.values });
  });

  it('keeps all facts where they have room', async () => {
    const facts = companyFacts({ accounts: [account({ devices: times(200, ref) })] });
    expect(await storedFacts(facts)).toEqual(JSON.parse(JSON.stringify(facts)));
  });
});
