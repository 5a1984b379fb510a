import { describe, expect, it } from 'vitest';
import { drawTimeline } from '#shared/domain/notification/dossier/draw-timeline.ts';
import { isWellFormed } from '#test/support/well-formed.ts';

const entries = Array.from({ length: 20 }, (_, n) => ({
  on: `20${10 + n}-03-01`,
  what: n === 0 ? 'Đăng ký doanh nghiệp' : `Việc ${n} <của> ${'rất dài '.repeat(20)}`,
}));
const dots = (svg = '') => [...svg.matchAll(/<circle cx="(\d+)" cy="(\d+)"/gu)].map(([, x]) => Number(x));

describe('drawTimeline', () => {
  it('the events stand in the order and at the distances of their days', () => {
    const at = dots(
      drawTimeline([
        { on: '2025-01-01', what: 'Đăng ký' },
        { on: '2025-01-31', what: 'Đổi người' },
        { on: '2025-03-02', what: 'Báo' },
      ]),
    );
    expect(at).toEqual([110, 265, 420]);
  });

  it('of very many events the first one and the latest are drawn, and the title says how many others there are', () => {
    const svg = drawTimeline(entries) ?? '';
    expect(dots(svg)).toHaveLength(14);
    expect(svg).toContain('Đăng ký doanh nghiệp');
    expect(svg).toContain('Việc 19');
    expect(svg).not.toContain('Việc 6 ');
    expect(svg).toContain('6 việc khác ở bảng');
  });

  it('the picture is well-formed whatever the texts contain, and the same each time', () => {
    expect(isWellFormed(drawTimeline(entries) ?? '')).toBe(true);
    expect(drawTimeline(entries)).toBe(drawTimeline(entries));
  });

  it('events of one day and no events are drawn too', () => {
    expect(dots(drawTimeline([{ on: '2025-01-01', what: 'x' }]))).toEqual([110]);
    expect(drawTimeline([])).toBeUndefined();
  });
});
