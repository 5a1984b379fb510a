import { describe, expect, it } from 'vitest';
import { MOST_PEOPLE } from '#shared/domain/identity/registration.ts';
import { MOST_IN_ALL } from '#shared/tables/counted-accounts.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import { aReference as ref, correctablePerson } from '#test/support/correctable-person.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const CODE = '0900189284';
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

describe('an assessment of a company with very many facts', () => {
  it('has room for its item where register, banks and carriers all report as much as counts', async () => {
    const people = times(MOST_PEOPLE, correctablePerson);
    const kinds = ['phone', 'holder', 'device', 'person'] as const;
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
    expect(await assessments.record(assessed, 2_000_000_000)).toBe(true);
    expect(await assessments.get(CODE)).toMatchObject({ accounts: assessed.accounts, values: assessed.values });
  });
});
