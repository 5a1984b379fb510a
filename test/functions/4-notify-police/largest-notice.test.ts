import { describe, expect, it } from 'vitest';
import { MOST_PEOPLE } from '#shared/domain/identity/registration.ts';
import { boundedNetwork } from '#shared/domain/risk/rings/network.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { MOST_IN_ALL } from '#shared/tables/counted-accounts.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';
import { policeContent, withNetwork } from '#test/support/police-notice.ts';

const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const codeOf = (n: number) => `09${String(n).padStart(8, '0')}`;

describe('the largest notice to the police', () => {
  it('its item has room for as many people, accounts, companies and shared values as senders together can report', async () => {
    const [person] = policeContent.people;
    const [finding] = policeContent.findings;
    const network = {
      ...withNetwork.network!,
      members: times(5000, (n) => ({ enterpriseCode: codeOf(n), since: '2025-01-01' })),
      ties: times(5000, (n) => ({
        kind: 'phone' as const,
        companies: times(60, (m) => codeOf(n + m)),
        since: '2025-01-01',
      })),
    };
    const { notices } = await newNoticesTable();
    const content = {
      ...policeContent,
      findings: times(40, () => ({ ...finding!, message: 'ộ'.repeat(400) })),
      people: times(MOST_PEOPLE, () => person!),
      accounts: times(MOST_IN_ALL, (n) => ({
        bank: '970436',
        accountNumber: `${'*'.repeat(15)}${n + 1000}`,
        representativeMismatch: true,
      })),
      accountsLeftOut: 2000,
      network: boundedNetwork(network, codeOf(0)),
    };
    expect(await notices.write(aNotice(POLICE, codeOf(0), { content }), undefined)).toBe(true);
    const [stored] = await notices.changed(POLICE, '0', '9', 1);
    expect(stored?.notice.content).toMatchObject({ accountsLeftOut: 2000, network: content.network });
  });
});
