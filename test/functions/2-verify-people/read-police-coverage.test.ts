import { describe, expect, it } from 'vitest';
import { readPoliceCoverage } from '#functions/2-verify-people/verify-people.ts';
import type { SenderCoverage } from '#shared/domain/risk/coverage.ts';

type Covered = Omit<SenderCoverage, 'sender'>;
const READ = { identities: { from: 'read', to: 'read' } };
const WHOLE = { population: 'all', file: '*.csv', read: READ } as const;
const now = () => new Date('2026-01-05T03:00:00Z');

describe('the police data that a person is compared with', () => {
  it.each<{ data: string; identities: Covered | undefined; covered: string }>([
    { data: 'none yet', identities: undefined, covered: 'none' },
    { data: 'a first one being read', identities: { spans: {}, statements: [], beingRead: true }, covered: 'none' },
    { data: 'a list', identities: { spans: READ, statements: [], beingRead: false }, covered: 'listed' },
    { data: 'everybody', identities: { spans: READ, statements: [WHOLE], beingRead: false }, covered: 'whole' },
  ])('an extract of $data counts as $covered', async ({ identities, covered }) => {
    expect(
      await readPoliceCoverage({
        files: { coverage: async () => (identities ? [{ sender: 'identities', ...identities }] : []) },
        now,
      }),
    ).toBe(covered);
  });

  it('while another extract is being read, an extract still identifies people but proves nobody absent', async () => {
    const identities: Covered = { spans: READ, statements: [WHOLE], beingRead: true };
    expect(
      await readPoliceCoverage({ files: { coverage: async () => [{ sender: 'identities', ...identities }] }, now }),
    ).toBe('listed');
  });

  it('what another sender does says nothing about an extract of everybody', async () => {
    const senders = [
      { sender: 'identities', spans: READ, statements: [WHOLE], beingRead: false },
      { sender: 'identities/huyen', spans: READ, statements: [], beingRead: true },
    ];
    expect(await readPoliceCoverage({ files: { coverage: async () => senders }, now })).toBe('whole');
  });
});
