import { describe, expect, it } from 'vitest';
import { SHARED_KINDS } from '#shared/domain/risk/rings/band.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import { drawNetwork, registeredWithin, withOwnSigns } from '#shared/domain/risk/rings/draw-network.ts';
import { isWellFormed } from '#test/support/well-formed.ts';
import type { Network } from '#shared/domain/risk/rings/network.ts';

const codes = ['0900000011', '0900000022', '0900000033'];
const network: Network = {
  members: codes.map((enterpriseCode, at) => ({ enterpriseCode, since: `2025-01-0${at + 2}` })),
  ties: SHARED_KINDS.map((kind, at) => ({
    kind,
    companies: codes.slice(0, at === 0 ? 2 : 3),
    since: '2025-01-02',
  })),
  since: '2025-01-02',
  registeredFrom: '2025-01-01',
  registeredTo: '2025-03-31',
  withBadSigns: 2,
};

describe('drawNetwork', () => {
  it('drawNetwork names the companies, the kinds of values and the days in Vietnamese', () => {
    const svg = drawNetwork(network);
    for (const code of codes) expect(svg).toContain(code);
    expect(svg).toContain('Nhóm 3 doanh nghiệp có liên hệ');
    expect(svg).toContain('Đăng ký từ 01/01/2025 đến 31/03/2025 · liên hệ sớm nhất từ 02/01/2025 · 2 doanh nghiệp');
    for (const name of Object.values(KIND_NAMES)) {
      expect(svg).toContain(name);
    }
  });

  it('drawNetwork draws a line for each company at each value', () => {
    const lines = drawNetwork(network).match(/<path /g) ?? [];
    expect(lines).toHaveLength(network.ties.reduce((sum, { companies }) => sum + companies.length, 0));
  });

  it('drawNetwork gives well-formed XML', () => {
    expect(isWellFormed(drawNetwork(network))).toBe(true);
  });

  it('drawNetwork draws the same network the same, whatever the order of its parts', () => {
    const turned: Network = { ...network, members: network.members.toReversed(), ties: network.ties.toReversed() };
    expect(drawNetwork(turned)).toBe(drawNetwork(network));
  });

  it('drawNetwork links companies to their pages and says which the police know, in a picture that is a part of a page', () => {
    const [first = '', second = ''] = codes;
    const svg = drawNetwork(network, { scores: { [first]: 97.5 }, links: { [first]: '/a?b&c', [second]: '/d' } });
    expect(svg.match(/<a href="[^"]*"/gu)).toEqual(['<a href="/a?b&amp;c"', '<a href="/d"']);
    expect(svg).toContain('điểm 97,5');
    expect([svg, drawNetwork(network)].map((one) => /role="(\w+)"/u.exec(one)?.[1])).toEqual(['group', 'img']);
    expect(isWellFormed(svg)).toBe(true);
  });

  it('drawNetwork keeps the last words of a long name, by which companies of a ring differ', () => {
    const names = Object.fromEntries(
      codes.map((code, n) => [code, `CÔNG TY TNHH SẢN XUẤT THƯƠNG MẠI VÀ DỊCH VỤ TỔNG HỢP HOÀNG PHÚ ${n + 1}`]),
    );
    const svg = drawNetwork(network, { names });
    for (const n of [1, 2, 3])
      expect(svg).toMatch(new RegExp(`>CÔNG TY TNHH[^<]{0,40}…[^<]{0,40}HOÀNG PHÚ ${n}<`, 'u'));
  });

  it('no two boxes of drawNetwork overlap', () => {
    const tops = [...drawNetwork(network).matchAll(/<rect x="(\d+)" y="([\d.]+)"/g)].map(([, x, y]) => `${x} ${y}`);
    expect(new Set(tops).size).toBe(network.members.length + network.ties.length);
  });

  it('drawNetwork gives companies of a large ring that share the same values one box, which leads to their line', () => {
    const many = Array.from({ length: 60 }, (_, n) => String(900_000_000 + n));
    const [subject = '', other = ''] = many;
    const large: Network = {
      ...network,
      members: many.map((enterpriseCode) => ({ enterpriseCode, since: '2025-01-02' })),
      ties: [0, 1, 2].map((rest) => ({
        kind: 'address' as const,
        companies: many.filter((_, n) => n % 3 === rest),
        since: '2025-01-02',
      })),
    };
    const links = Object.fromEntries(many.slice(1).map((code) => [code, `/${code}`]));
    const svg = drawNetwork(large, { subject, links, scores: { [other]: 99 } });
    expect(svg.match(/<path /gu)).toHaveLength(4);
    expect(svg).toContain('20 doanh nghiệp · từ 02/01/2025 · đã báo 1');
    expect(svg).toContain(`href="#ring-${other}"`);
    expect(svg).toContain(`${subject} (hồ sơ này)`);
    expect(isWellFormed(svg)).toBe(true);
  });

  it('a long name or address is pressed into its box, whatever the font', () => {
    const values = network.ties.map(() => ({ values: ['SỐ 147 ĐƯỜNG TÂY THÀNH, XÃ HIỆP HÒA, HUYỆN VŨ THƯ'] }));
    const svg = drawNetwork(network, { values });
    expect(svg).toMatch(/textLength="322"[^>]*>SỐ 147 ĐƯỜNG TÂY THÀNH/u);
    expect(drawNetwork(network)).not.toContain('textLength');
  });

  it('a network whose companies have no signs of their own is not counted with 0', () => {
    const day = { ...network, registeredFrom: '2025-01-02', registeredTo: '2025-01-02' };
    expect(registeredWithin(day)).toBe('đăng ký cùng ngày 02/01/2025');
    expect(withOwnSigns(0)).toBe('chưa doanh nghiệp nào của nhóm có dấu hiệu nguy hiểm của chính mình');
    expect(drawNetwork({ ...network, withBadSigns: 3 })).toContain('3 doanh nghiệp của nhóm có dấu hiệu nguy hiểm');
  });
});
