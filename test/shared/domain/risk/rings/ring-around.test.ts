import { describe, expect, it } from 'vitest';
import type { LinkMember } from '#shared/domain/risk/rings/band.ts';
import { SHARED_KINDS } from '#shared/domain/risk/rings/band.ts';
import { findRings } from '#shared/domain/risk/rings/find-rings.ts';
import type { Neighbours } from '#shared/domain/risk/rings/ring-around.ts';
import { ringAround } from '#shared/domain/risk/rings/ring-around.ts';
import type { SharedValue } from '#shared/domain/risk/rings/value-key.ts';
import { plantProvince } from '#test/bench/planted-province.ts';

const FETCHED = 60;

/** The links of a province like the table's: it returns a value's first companies by code, and counts requests. */
class CountedNeighbours implements Neighbours {
  readonly values = new Map<string, SharedValue[]>();
  readonly members = new Map<string, LinkMember[]>();
  asked = 0;
  handed = 0;

  link(company: LinkMember, value: SharedValue): void {
    const key = `${value.kind}#${value.ref}`;
    this.values.set(company.enterpriseCode, [...(this.values.get(company.enterpriseCode) ?? []), value]);
    const members = this.members.get(key) ?? [];
    members.push(company);
    this.members.set(key, members);
  }

  sort(): void {
    for (const members of this.members.values()) members.sort((a, b) => (a.enterpriseCode < b.enterpriseCode ? -1 : 1));
  }

  valuesOf(codes: readonly string[]): Promise<readonly (readonly SharedValue[])[]> {
    this.asked += codes.length;
    return Promise.resolve(codes.map((code) => this.values.get(code) ?? []));
  }

  membersOf(values: readonly SharedValue[]): Promise<readonly (readonly LinkMember[])[]> {
    this.asked += values.length;
    const found = values.map(({ kind, ref }) => (this.members.get(`${kind}#${ref}`) ?? []).slice(0, FETCHED));
    this.handed += found.flat().length;
    return Promise.resolve(found);
  }
}

const day = (offset: number): string => new Date(Date.UTC(2023, 0, 1 + offset)).toISOString().slice(0, 10);
const company = (serial: number, offset: number, badSigns: number): LinkMember => ({
  enterpriseCode: String(serial).padStart(10, '0'),
  registeredOn: day(offset),
  badSigns,
});

describe('ringAround', () => {
  it('ringAround gives every company of a ring the same ring, as the search of the whole province does', async () => {
    const { companies, links } = plantProvince(8000, 9);
    const neighbours = new CountedNeighbours();
    links.value.forEach((ref, at) => {
      const member = companies[links.company[at] ?? 0];
      const kind = SHARED_KINDS[links.kind[at] ?? 0];
      if (member !== undefined && kind !== undefined) neighbours.link(member, { kind, ref });
    });
    neighbours.sort();
    const asOf = companies.reduce((latest, { registeredOn }) => (registeredOn > latest ? registeredOn : latest), '');
    let [alike, all] = [0, 0];
    for (const ring of findRings(links, companies)) {
      const codes = ring.members.map(({ enterpriseCode }) => enterpriseCode);
      for (const code of codes) {
        const around = await ringAround(code, neighbours, { asOf });
        all += 1;
        if (around?.members.map(({ enterpriseCode }) => enterpriseCode).join() === codes.join()) alike += 1;
      }
    }
    expect(all).toBeGreaterThan(200);
    // Chains beyond three rounds are left out.
    expect(alike / all).toBeGreaterThan(0.8);
  });

  it('ringAround reads no more of a hub of 10,000 than of a ring of 10', async () => {
    const neighbours = new CountedNeighbours();
    for (let i = 0; i < 10_000; i += 1) {
      const member = company(i, (i * 37) % 1000, i % 12 === 0 ? 1 : 0);
      neighbours.link(member, { kind: 'agent', ref: 'hub' });
      neighbours.link(member, { kind: 'phone', ref: `own-${i}` });
    }
    for (let i = 0; i < 10; i += 1) {
      const member = company(20_000 + i, 500 + i, 2);
      neighbours.link(member, { kind: 'email', ref: 'ring' });
      neighbours.link(member, { kind: 'phone', ref: `own-${20_000 + i}` });
    }
    neighbours.sort();
    expect(await ringAround('0000000500', neighbours, { asOf: day(1000) })).toBeUndefined();
    const hub = { asked: neighbours.asked, handed: neighbours.handed };
    neighbours.asked = 0;
    neighbours.handed = 0;
    const ring = await ringAround('0000020003', neighbours, { asOf: day(1000) });
    expect(ring?.members).toHaveLength(10);
    expect(hub.asked).toBeLessThanOrEqual(neighbours.asked);
    expect(hub.handed).toBeLessThanOrEqual(FETCHED + 1);
  });

  it('ringAround connects a company by an uncertain address only beside another value', async () => {
    const neighbours = new CountedNeighbours();
    for (let i = 0; i < 6; i += 1) {
      const member = company(i, 500 + i, 2);
      neighbours.link(member, { kind: 'phone', ref: 'ring' });
      neighbours.link(member, { kind: 'address', ref: 'ring' });
    }
    const [alone, bound] = [company(20, 503, 2), company(21, 504, 2)];
    neighbours.link({ ...alone, unsure: true }, { kind: 'address', ref: 'ring' });
    neighbours.link({ ...bound, unsure: true }, { kind: 'address', ref: 'ring' });
    neighbours.link(bound, { kind: 'phone', ref: 'ring' });
    neighbours.sort();
    const ring = await ringAround(bound.enterpriseCode, neighbours, { asOf: day(1000) });
    expect(ring?.ties.map(({ kind, companies }) => [kind, companies.length])).toEqual([
      ['address', 7],
      ['phone', 7],
    ]);
    expect(await ringAround(alone.enterpriseCode, neighbours, { asOf: day(1000) })).toBeUndefined();
  });

  it('ringAround reads each value once and stops after three rounds', async () => {
    const neighbours = new CountedNeighbours();
    for (let i = 0; i < 30; i += 1) {
      const member = company(i, 500 + i, 2);
      neighbours.link(member, { kind: 'phone', ref: `p${Math.floor(i / 2)}` });
      neighbours.link(member, { kind: 'email', ref: `e${Math.floor((i + 1) / 2)}` });
    }
    const ring = await ringAround('0000000000', neighbours, { asOf: day(900) });
    expect(ring?.members.length ?? 0).toBeLessThanOrEqual(5);
    expect(neighbours.asked).toBeLessThan(12);
  });

  it('ringAround finds no ring around an unknown company', async () => {
    expect(await ringAround('0000000000', new CountedNeighbours(), { asOf: day(900) })).toBeUndefined();
  });
});
