import { describe, expect, it } from 'vitest';
import { boundedNetwork, leftOutOfNetwork, type Network } from '#shared/domain/risk/rings/network.ts';

const codeOf = (n: number) => `09${String(n).padStart(8, '0')}`;
const dayOf = (n: number) => `20${10 + (n % 15)}-01-01`;
const members = Array.from({ length: 500 }, (_, n) => ({ enterpriseCode: codeOf(n), since: dayOf(n) }));
const OWN = codeOf(499);
const network: Network = {
  members,
  ties: [
    { kind: 'address', companies: [codeOf(7), OWN], since: '2025-01-01' },
    ...Array.from({ length: 1000 }, (_, n) => ({
      kind: 'phone' as const,
      companies: members.slice(n % 440, (n % 440) + 60).map(({ enterpriseCode }) => enterpriseCode),
      since: '2025-01-01',
    })),
  ],
  since: '2010-01-01',
  registeredFrom: '2010-01-01',
  registeredTo: '2025-01-01',
  withBadSigns: 3,
};

describe('the network that a notice names', () => {
  it('a network with room is unchanged', () => {
    const small = { ...network, members: members.slice(0, 3), ties: network.ties.slice(0, 1) };
    expect(boundedNetwork(small, OWN)).toBe(small);
    expect(leftOutOfNetwork(small)).toBeUndefined();
  });

  it('of very many companies and values it names the company, those near it and the latest, and says how many it leaves out', () => {
    const bounded = boundedNetwork(network, OWN);
    expect(JSON.stringify(bounded).length).toBeLessThan(110_000);
    const named = bounded.members.map(({ enterpriseCode }) => enterpriseCode);
    expect(named).toEqual(named.toSorted());
    expect(named).toEqual(expect.arrayContaining([OWN, codeOf(7), codeOf(449)]));
    expect(bounded.leftOut).toEqual({ companies: 300, values: network.ties.length - bounded.ties.length });
    expect(bounded.ties.map(({ kind }) => kind)).toContain('address');
    for (const { companies } of bounded.ties) expect(named).toEqual(expect.arrayContaining([...companies]));
    expect(leftOutOfNetwork(bounded)).toContain('Không nêu 300 doanh nghiệp và 901 thông tin dùng chung khác');
  });

  it('the same network is named whatever the order of its companies', () => {
    const reversed = { ...network, members: members.toReversed() };
    const byCode = ({ members: own }: Network) => own.map(({ enterpriseCode }) => enterpriseCode).sort();
    expect(byCode(boundedNetwork(reversed, OWN))).toEqual(byCode(boundedNetwork(network, OWN)));
  });
});
