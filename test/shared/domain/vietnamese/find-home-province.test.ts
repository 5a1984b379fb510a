import { describe, expect, it } from 'vitest';
import { communesByProvince } from '#shared/domain/vietnamese/data/communes.ts';
import { HOME_PROVINCES } from '#shared/domain/vietnamese/data/home-provinces.ts';
import { PROVINCES } from '#shared/domain/vietnamese/data/provinces.ts';
import { findHomeProvince } from '#shared/domain/vietnamese/find-home-province.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';

const ALL = HOME_PROVINCES.map(([code]) => findHomeProvince(code)!);

describe('the province that a system serves', () => {
  it('a province is found by its code and by its name', () => {
    for (const province of ALL) expect(findHomeProvince(province.slug)).toEqual(province);
    for (const other of ['', '00', '1', 'hung yen', 'Hưng Yên', 'thai-binh'])
      expect(findHomeProvince(other)).toBeUndefined();
  });

  it('there are the 34 of today, each formed from the former ones that the data name, with its communes', () => {
    const codes = new Set([...PROVINCES.values()].map(({ newCode }) => newCode));
    expect(ALL.map(({ code }) => code).sort()).toEqual([...codes].sort());
    expect(ALL).toHaveLength(34);
    for (const { code, formerly, communes } of ALL) {
      const former = [...PROVINCES.values()].filter(({ newCode }) => newCode === code).map(({ name }) => name);
      expect([...formerly].sort()).toEqual(former.sort());
      expect((communesByProvince()[code] ?? '').split('\n')[0]!.split(';').filter(Boolean)).toHaveLength(communes);
    }
  });

  it('each has names of its own for its resources, its log and its events', () => {
    for (const key of ['slug', 'source', 'events', 'police'] as const)
      expect(new Set(ALL.map((province) => province[key])).size).toBe(34);
    for (const { slug, events } of ALL) {
      expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/u);
      expect(slug.length).toBeLessThanOrEqual('tuyen-quang'.length);
      expect(events).toMatch(/^vn\.gov\.[a-z]+\.haukiem$/u);
    }
  });

  it('no old landline code is a mobile prefix of today', () => {
    for (const { landlines } of ALL)
      for (const [before, after] of Object.entries(landlines)) {
        expect(before).toMatch(/^0\d{2,3}$/u);
        expect(before).not.toMatch(/^0[3578]\d$/u);
        expect(after).toMatch(/^02\d{2}$/u);
      }
  });

  it('a city has a city’s police and people’s committee', () => {
    expect(findHomeProvince('hai-phong')).toMatchObject({
      kind: 'thành phố',
      formerly: ['Hải Phòng', 'Hải Dương'],
      police: 'Công an thành phố Hải Phòng',
      issuer: { over: 'UBND THÀNH PHỐ HẢI PHÒNG', place: 'Hải Phòng' },
    });
  });

  it('the sample’s province is Hưng Yên', () => {
    expect(HOME_PROVINCE).toMatchObject({
      code: '33',
      formerly: ['Hưng Yên', 'Thái Bình'],
      communes: 104,
      source: 'urn:haukiem:hung-yen',
      events: 'vn.gov.hungyen.haukiem',
      shortNames: { hy: 'Hưng Yên', tb: 'Thái Bình' },
      landlines: { '0321': '0221' },
      police: 'Công an tỉnh Hưng Yên',
      issuer: { over: 'UBND TỈNH HƯNG YÊN', place: 'Hưng Yên' },
    });
  });
});
