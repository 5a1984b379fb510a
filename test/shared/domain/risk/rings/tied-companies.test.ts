import { describe, expect, it } from 'vitest';
import type { LinkMember } from '#shared/domain/risk/rings/band.ts';
import type { Neighbours } from '#shared/domain/risk/rings/ring-around.ts';
import { networkOfTies, tieKindsIn } from '#shared/domain/risk/rings/tied-companies.ts';
import { valueKey, valueOfKey } from '#shared/domain/risk/rings/value-key.ts';

const OWN = { enterpriseCode: '0900000001', registeredOn: '2025-03-10', badSigns: 2 };
const OTHER = { enterpriseCode: '0900000002', registeredOn: '2025-04-01', badSigns: 1 };
const UNSURE = { enterpriseCode: '0900000003', registeredOn: '2025-04-02', badSigns: 0, unsure: true } as const;

const around = (shared: Readonly<Record<string, readonly LinkMember[]>>): Neighbours => ({
  valuesOf: async () => [Object.keys(shared).flatMap((key) => valueOfKey(key) ?? [])],
  membersOf: async (values) => values.map((value) => shared[valueKey(value)] ?? []),
});
const tied = (shared: Parameters<typeof around>[0], ...kinds: ('address' | 'email' | 'phone')[]) =>
  networkOfTies(OWN.enterpriseCode, new Set(kinds), around(shared));

describe('the companies tied to a company of no ring', () => {
  it('two companies of one address are named with their kinds of ties and the day from which they share them', async () => {
    const shared = { 'email#e': [OTHER, OWN], 'address#a': [OWN, OTHER, UNSURE] };
    const companies = [OWN.enterpriseCode, OTHER.enterpriseCode];
    expect(await tied(shared, 'address', 'email')).toEqual({
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

  it('only values that a finding rests on name companies', async () => {
    const shared = { 'phone#p': [OWN, OTHER], 'address#a': [OWN] };
    expect(await tied(shared, 'address')).toBeUndefined();
    expect(await tied(shared)).toBeUndefined();
    const findings = [
      { evidence: { kind: 'address', companies: 2 } },
      { evidence: { kind: 'other' } },
      { evidence: {} },
    ];
    expect([...tieKindsIn(findings)]).toEqual(['address']);
  });

  it('the companies of a hub are not named', async () => {
    const hub = Array.from({ length: 40 }, (_, n) => ({ ...OTHER, enterpriseCode: `09000001${n + 10}` }));
    expect(await tied({ 'address#a': [OWN, ...hub] }, 'address')).toBeUndefined();
  });
});
