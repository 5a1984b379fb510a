import { describe, expect, it } from 'vitest';
import { SHARED_KINDS } from '#shared/domain/rings/band.ts';
import { drawRing } from '#shared/domain/rings/draw-ring.ts';
import type { Ring } from '#shared/domain/rings/ring.ts';

const codes = ['0900000011', '0900000022', '0900000033'];
const ring: Ring = {
  members: codes.map((enterpriseCode, at) => ({ enterpriseCode, since: `2025-01-0${at + 2}`, shares: { phone: 1 } })),
  ties: SHARED_KINDS.map((kind, at) => ({
    kind,
    ref: `secret-hash-${kind}`,
    companies: codes.slice(0, at === 0 ? 2 : 3),
    since: '2025-01-02',
  })),
  since: '2025-01-02',
  registeredFrom: '2025-01-01',
  registeredTo: '2025-03-31',
  withBadSigns: 2,
  strength: 5,
};

/** Tags in order, each closed by its own end tag. */
const isWellFormed = (xml: string): boolean => {
  const open: string[] = [];
  for (const [, end, name = '', rest = ''] of xml.matchAll(/<(\/?)([a-z]+)([^<>]*)>/g)) {
    if (end === '/') {
      if (open.pop() !== name) return false;
    } else if (!rest.endsWith('/')) open.push(name);
  }
  return open.length === 0 && !/&(?!(?:amp|lt|gt|quot|#39);)/.test(xml);
};

describe('drawRing', () => {
  it('names the companies, the kinds of values and the days in Vietnamese', () => {
    const svg = drawRing(ring);
    for (const code of codes) expect(svg).toContain(code);
    expect(svg).toContain('Nhóm 3 doanh nghiệp có liên hệ');
    expect(svg).toContain('Đăng ký từ 01/01/2025 đến 31/03/2025 · liên hệ từ 02/01/2025 · 2 doanh nghiệp');
    for (const name of ['Người đứng tên', 'Địa chỉ', 'Điện thoại', 'Thư điện tử', 'Người nộp hồ sơ']) {
      expect(svg).toContain(name);
    }
  });

  it('draws a line for each company at each value', () => {
    const lines = drawRing(ring).match(/<path /g) ?? [];
    expect(lines).toHaveLength(ring.ties.reduce((sum, { companies }) => sum + companies.length, 0));
  });

  it('writes no value and no hash but what it was handed', () => {
    expect(drawRing(ring)).not.toContain('secret-hash');
    const labelled = drawRing(ring, { valueText: ({ kind }) => (kind === 'phone' ? '0912 345 678' : undefined) });
    expect(labelled).toContain('0912 345 678');
    expect(labelled).not.toContain('secret-hash');
  });

  it('escapes what it was handed, and leaves out what XML cannot hold', () => {
    const svg = drawRing(ring, {
      companyName: () => `A & <b>"x"</b> '\u0000\uD800`,
      valueText: () => '</text><script>alert(1)</script>',
    });
    expect(svg).toContain('A &amp; &lt;b&gt;&quot;x&quot;&lt;/b&gt; &#39;');
    expect(svg).not.toContain('<script>');
    expect(svg.includes('\u0000')).toBe(false);
    expect(svg.isWellFormed()).toBe(true);
    expect(isWellFormed(svg)).toBe(true);
  });

  it('shortens a long name by letters and not inside one', () => {
    const svg = drawRing(ring, { companyName: () => `CÔNG TY TNHH ${'THƯƠNG MẠI '.repeat(10)}` });
    expect(svg).toMatch(/>CÔNG TY TNHH (?:THƯƠNG MẠI ?)+…</);
    expect(svg).not.toContain('THƯƠNG MẠI '.repeat(5));
  });

  it('draws the same ring alike, in whatever order its parts come', () => {
    const turned: Ring = { ...ring, members: ring.members.toReversed(), ties: ring.ties.toReversed() };
    expect(drawRing(turned)).toBe(drawRing(ring));
  });

  it('gives every box its own place', () => {
    const tops = [...drawRing(ring).matchAll(/<rect x="(\d+)" y="([\d.]+)"/g)].map(([, x, y]) => `${x} ${y}`);
    expect(new Set(tops).size).toBe(ring.members.length + ring.ties.length);
  });
});
