import { describe, expect, it } from 'vitest';
import type { LinkMember } from '#shared/domain/risk/rings/band.ts';
import type { Neighbours } from '#shared/domain/risk/rings/ring-around.ts';
import { networkOfTies } from '#shared/domain/risk/rings/network.ts';
import { valueKey, valueOfKey } from '#shared/domain/risk/rings/value-key.ts';

const OWN = { enterpriseCode: '0900000001', registeredOn: '2025-03-10', badSigns: 2 };
const OTHER = { enterpriseCode: '0900000002', registeredOn: '2025-04-01', badSigns: 1 };
const UNSURE = { enterpriseCode: '0900000003', registeredOn: '2025-04-02', badSigns: 0, unsure: true } as const;

const around = (shared: Readonly<Record<string, readonly LinkMember[]>>): Neighbours => ({
  valuesOf: async () => [Object.keys(shared).flatMap((key) => valueOfKey(key) ?? [])],
  membersOf: async (values) => values.map((value) => shared[valueKey(value)] ?? []),
});
const tied = (shared: Parameters<typeof around>[0]) => networkOfTies(OWN, around(shared));

describe('the companies tied to a company of no ring', () => {
  it('two companies of one address are named with their kinds of ties and the day from which they share them', async () => {
    const shared = { 'email#e': [OTHER, OWN], 'address#a': [OWN, OTHER, UNSURE] };
    const companies = [OWN.enterpriseCode, OTHER.enterpriseCode];
    expect(await tied(shared)).toEqual({
      members: companies.map((enterpriseCode) => ({ enterpriseCode, since: '2025-04-01' })),
      ties: [
        { kind: 'address', companies, since: '2025-04-01' },
        { kind: 'email', companies, since: '2025-04-01' },
      ],
      since: '2025-04-01',
      registeredFrom: '2025-03-10',
      registeredTo: '2025-04-01',
      withBadSigns: 2,
    });
  });

  it('a shared value ties companies whether or not a finding rests on it', async () => {
    expect((await tied({ 'phone#p': [OWN, OTHER], 'address#a': [OWN] }))?.ties.map(({ kind }) => kind)).toEqual([
      'phone',
    ]);
    expect(await tied({ 'phone#p': [OWN], 'address#a': [OWN, UNSURE] })).toBeUndefined();
  });

  it('nobody is tied before the day on which both companies were registered', async () => {
    const first = { ...OTHER, enterpriseCode: '0900000004', registeredOn: '2024-01-01' };
    const second = { ...OTHER, enterpriseCode: '0900000005', registeredOn: '2024-02-01' };
    const last = { ...OTHER, enterpriseCode: '0900000006', registeredOn: '2025-09-01' };
    const found = await tied({ 'phone#p': [first, second, OWN, last], 'address#a': [OWN, last] });
    expect(found?.since).toBe('2024-02-01');
    expect(found?.members).toEqual([
      { enterpriseCode: OWN.enterpriseCode, since: OWN.registeredOn },
      { enterpriseCode: first.enterpriseCode, since: second.registeredOn },
      { enterpriseCode: second.enterpriseCode, since: second.registeredOn },
      { enterpriseCode: last.enterpriseCode, since: last.registeredOn },
    ]);
  });

  it('the companies of a hub are not named, but that there is one is said', async () => {
    const hub = Array.from({ length: 40 }, (_, n) => ({ ...OTHER, enterpriseCode: `09000001${n + 10}` }));
    expect(await tied({ 'address#a': [OWN, ...hub] })).toMatchObject({ ties: [], crowded: ['address'] });
  });
});
