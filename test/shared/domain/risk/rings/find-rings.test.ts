import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkMember, SharedKind } from '#shared/domain/risk/rings/band.ts';
import { findRings } from '#shared/domain/risk/rings/find-rings.ts';
import type { CompanyLink } from '#shared/domain/risk/rings/link-columns.ts';
import { networkOf } from '#shared/domain/risk/rings/network.ts';
import type { Ring } from '#shared/domain/risk/rings/ring.ts';
import { plantProvince } from '#test/bench/planted-province.ts';
import { pairwise } from '#test/bench/rings.ts';

const day = (offset: number): string => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10);
const code = (index: number): string => String(900_000_000 + index).padStart(10, '0');

/** Makes companies with days and signs, among 300 honest ones that share nothing. */
class Town {
  readonly companies: LinkMember[] = Array.from({ length: 300 }, (_, index) => ({
    enterpriseCode: code(index),
    registeredOn: day(Math.floor((index * 700) / 300)),
    badSigns: index % 10 === 0 ? 1 : 0,
  }));
  readonly links: CompanyLink[] = [];

  add(offset: number, badSigns: number, values: Partial<Record<SharedKind, string>>): string {
    const companyIndex = this.companies.length;
    this.companies.push({ enterpriseCode: code(companyIndex), registeredOn: day(offset), badSigns });
    for (const [kind, value] of Object.entries(values)) {
      this.links.push({ companyIndex, kind: kind as SharedKind, value });
    }
    return code(companyIndex);
  }

  rings(): Ring[] {
    return findRings(this.links, this.companies);
  }
}

const codesOf = (ring: Ring | undefined): string[] | undefined => ring?.members.map((member) => member.enterpriseCode);

describe('findRings', () => {
  it('findRings finds an office opened in a fortnight though no value is on all of its companies', () => {
    const town = new Town();
    const ring = [
      town.add(300, 1, { address: 'A', phone: 'P' }),
      town.add(302, 2, { address: 'A', email: 'E' }),
      town.add(303, 0, { address: 'A', phone: 'P', email: 'E' }),
      town.add(306, 1, { phone: 'P', email: 'E' }),
      town.add(309, 2, { address: 'A' }),
    ];
    const found = town.rings();
    expect(found.map(codesOf)).toStrictEqual([ring]);
    expect(found[0]).toMatchObject({ registeredFrom: day(300), registeredTo: day(309), withBadSigns: 4 });
    expect(found[0]?.since).toBe(day(302));
  });

  it('findRings gives evidence that a reader can recompute', () => {
    const town = new Town();
    const [a, b, c, d] = [
      town.add(300, 2, { person: 'N', phone: 'P' }),
      town.add(340, 2, { person: 'N' }),
      town.add(390, 2, { person: 'N', phone: 'P' }),
      town.add(450, 2, { person: 'N', phone: 'P' }),
    ];
    const [ring] = town.rings();
    expect(ring?.ties).toStrictEqual([
      { kind: 'person', ref: 'N', companies: [a, b, c, d], since: day(340) },
      { kind: 'phone', ref: 'P', companies: [a, c, d], since: day(390) },
    ]);
    expect(ring?.members).toStrictEqual([
      { enterpriseCode: a, since: day(340), shares: { person: 1, phone: 1 } },
      { enterpriseCode: b, since: day(340), shares: { person: 1 } },
      { enterpriseCode: c, since: day(390), shares: { person: 1, phone: 1 } },
      { enterpriseCode: d, since: day(450), shares: { person: 1, phone: 1 } },
    ]);
    expect(ring && networkOf(ring)).toStrictEqual({
      members: [a, b, c, d].map((enterpriseCode, at) => ({
        enterpriseCode,
        since: day([340, 340, 390, 450][at] ?? 0),
      })),
      ties: [
        { kind: 'person', companies: [a, b, c, d], since: day(340) },
        { kind: 'phone', companies: [a, c, d], since: day(390) },
      ],
      since: day(340),
      registeredFrom: day(300),
      registeredTo: day(450),
      withBadSigns: 4,
    });
  });

  it('findRings makes no ring of a family, a founder, a corporate group or a filing agent', () => {
    const town = new Town();
    for (const offset of [10, 300, 650]) town.add(offset, 0, { address: 'home', phone: 'home' });
    for (const offset of [50, 51, 400, 600]) town.add(offset, 0, { person: 'founder', phone: 'founder' });
    for (let i = 0; i < 6; i += 1) town.add(100 + i * 4, 0, { address: 'tower', person: 'group', email: 'group' });
    for (let i = 0; i < 200; i += 1) town.add(i * 3, i % 9 === 0 ? 1 : 0, { agent: 'agent', phone: 'agent' });
    expect(town.rings()).toStrictEqual([]);
  });

  it('findRings separates a ring from the honest customers of its agent', () => {
    const town = new Town();
    for (let i = 0; i < 200; i += 1) town.add(i * 3, 0, { agent: 'agent', phone: 'agent' });
    const ring = [0, 60, 90, 150, 190].map((after) => town.add(300 + after, 2, { agent: 'agent', email: 'E' }));
    const found = town.rings();
    expect(found.map(codesOf)).toStrictEqual([ring]);
    expect(found[0]?.ties.map(({ kind }) => kind)).toStrictEqual(['email']);
  });

  it('findRings does not merge two rings by one value that two of their companies share', () => {
    const town = new Town();
    const first = [0, 1, 3, 4].map((after) =>
      town.add(100 + after, 2, after === 0 ? { email: 'E', phone: 'X' } : { email: 'E' }),
    );
    const second = [0, 1, 3, 4].map((after) =>
      town.add(600 + after, 2, after === 0 ? { email: 'F', phone: 'X' } : { email: 'F' }),
    );
    expect(town.rings().map(codesOf)).toStrictEqual([first, second]);
  });

  it('findRings leaves out a sound company that mistyped the phone of a ring', () => {
    const town = new Town();
    const ring = [0, 2, 3, 5, 9].map((after) => town.add(200 + after, 2, { phone: 'P', email: 'E' }));
    town.add(650, 0, { phone: 'P' });
    expect(town.rings().map(codesOf)).toStrictEqual([ring]);
  });

  it('findRings gives the same whatever the order of companies and links', () => {
    const { companies, links } = plantProvince(2000, 3);
    const all = Array.from(
      links.company,
      (companyIndex, at): CompanyLink => ({
        companyIndex,
        kind: (['person', 'address', 'phone', 'email', 'holder', 'agent'] as const)[links.kind[at] ?? 0] ?? 'person',
        value: links.value[at] ?? '',
      }),
    );
    const expected = findRings(links, companies);
    expect(expected.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(fc.integer(), (salt) => {
        const key = (at: number): number => Math.imul(at ^ salt, 0x9e37_79b1) >>> 0;
        const order = companies.map((_, index) => index).sort((a, b) => key(a) - key(b) || a - b);
        const moved = new Map(order.map((index, place) => [index, place]));
        const mixed = all
          .map(({ kind, value, companyIndex }) => ({ kind, value, companyIndex: moved.get(companyIndex) ?? 0 }))
          .sort((a, b) => key(a.companyIndex * 7 + a.value.length) - key(b.companyIndex * 7 + b.value.length));
        const mixedCompanies = order.flatMap((index) => companies[index] ?? []);
        expect(findRings(mixed, mixedCompanies)).toStrictEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('findRings counts a repeated value of a company and repeated links once', () => {
    const town = new Town();
    for (const after of [0, 2, 3, 5]) town.add(200 + after, 2, { phone: 'P' });
    const once = town.rings();
    town.links.push(...town.links);
    expect(town.rings()).toStrictEqual(once);
  });

  it('findRings finds no ring without companies', () => {
    expect(findRings([], [])).toStrictEqual([]);
  });

  it.each([
    { name: 'as in most provinces', seed: 101, signs: undefined },
    {
      name: 'where one honest company in four shows a sign',
      seed: 102,
      signs: { honest: [0.7, 0.28], rings: [0.1, 0.3] } as const,
    },
  ])('findRings finds planted rings of 4 to 15 among hubs, families and chance links, $name', ({ seed, signs }) => {
    const { companies, links, ring } = plantProvince(40_000, seed, signs);
    const place = new Map(companies.map(({ enterpriseCode }, index) => [enterpriseCode, index]));
    const found = findRings(links, companies).map(({ members }) =>
      members.map(({ enterpriseCode }) => place.get(enterpriseCode) ?? -1),
    );
    const { precision, recall } = pairwise(found, ring);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.98);
  });
});
