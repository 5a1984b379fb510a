import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPoliceCoverage } from '#functions/2-verify-people/verify-people.ts';
import { policeCoverageIn } from '#shared/tables/read-coverage.ts';
import type { SenderCoverage } from '#shared/domain/risk/coverage.ts';

type Covered = Omit<SenderCoverage, 'sender' | 'subjects'> & Partial<Pick<SenderCoverage, 'subjects'>>;
const READ = { identities: { from: 'read', to: 'read' } };
const WHOLE = { population: 'all', file: '*.csv', read: READ, subjects: { identities: 60 } } as const;
const now = () => new Date('2026-01-05T03:00:00Z');

describe('the police data that a person is compared with', () => {
  it.each<{ data: string; identities: Covered | undefined; covered: string }>([
    { data: 'none yet', identities: undefined, covered: 'none' },
    {
      data: 'a first one being read',
      identities: { spans: {}, subjects: {}, statements: [], beingRead: true },
      covered: 'none',
    },
    { data: 'a list', identities: { spans: READ, statements: [], beingRead: false }, covered: 'listed' },
    { data: 'everybody', identities: { spans: READ, statements: [WHOLE], beingRead: false }, covered: 'whole' },
  ])('an extract of $data counts as $covered', async ({ identities, covered }) => {
    expect(
      await readPoliceCoverage({
        files: {
          coverage: async () =>
            identities ? [{ sender: 'identities', subjects: { identities: 60 }, ...identities }] : [],
        },
        now,
      }),
    ).toBe(covered);
  });

  it('while another extract is being read, an extract still identifies people but proves nobody absent', async () => {
    const identities: Covered = { spans: READ, statements: [WHOLE], beingRead: true };
    expect(
      await readPoliceCoverage({
        files: { coverage: async () => [{ sender: 'identities', subjects: { identities: 60 }, ...identities }] },
        now,
      }),
    ).toBe('listed');
  });

  it('what another sender does says nothing about an extract of everybody', async () => {
    const senders = [
      { sender: 'identities', subjects: { identities: 60 }, spans: READ, statements: [WHOLE], beingRead: false },
      { sender: 'identities/huyen', subjects: { identities: 1 }, spans: READ, statements: [], beingRead: true },
    ];
    expect(await readPoliceCoverage({ files: { coverage: async () => senders }, now })).toBe('whole');
  });

  it('an extract of one row that says that it holds everybody proves nobody absent, and one of a fair share does', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (companies, subjects, others) => {
        const senders = [
          {
            sender: 'registrations',
            subjects: { registrations: companies },
            spans: {},
            statements: [],
            beingRead: false,
          },
          {
            sender: 'identities',
            subjects: { identities: subjects + others },
            spans: READ,
            statements: [{ ...WHOLE, subjects: { identities: subjects } }],
            beingRead: false,
          },
        ];
        expect(policeCoverageIn(senders)).toBe(subjects > 0 && subjects >= companies / 2 ? 'whole' : 'listed');
      }),
      { examples: [[374, 1, 187]] },
    );
  });
});
