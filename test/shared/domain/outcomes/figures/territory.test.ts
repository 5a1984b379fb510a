import { describe, expect, it } from 'vitest';
import { communeToday, SPLIT_COMMUNE } from '#shared/domain/outcomes/figures/territory.ts';

/** In July 1 and 2 were merged into 2, and 3 was divided into 4 and 5; in October 2, 4 and 5 were merged into 1. */
const TWO_MERGERS = [
  { on: '2025-07-01', into: { '1': ['2'], '2': ['2'], '3': ['4', '5'] } },
  { on: '2025-10-01', into: { '2': ['1'], '4': ['1'], '5': ['1'] } },
];
const today = (code: string, since?: string) => communeToday(code, since, TWO_MERGERS);

describe('a commune’s code after its mergers', () => {
  it('a commune’s code before two mergers is followed through both, and a code between them through the later', () => {
    expect(today('1', '2021-01-01')).toBe('1');
    expect(today('2', '2025-07-01')).toBe('1');
    expect(today('2', '2021-01-01')).toBe('1');
  });

  it('a reused code means another commune in each list', () => {
    expect(today('4', '2021-01-01')).toBe('1');
    expect(today('1', '2025-10-01')).toBe('1');
    expect(communeToday('1', '2025-07-01', TWO_MERGERS.slice(0, 1))).toBe('1');
  });

  it('a commune that was divided is one again where a later merger joined its parts', () => {
    expect(communeToday('3', '2021-01-01', TWO_MERGERS.slice(0, 1))).toBe(SPLIT_COMMUNE);
    expect(today('3', '2021-01-01')).toBe('1');
  });

  it('a commune’s code of today’s list stays, and an unknown one too', () => {
    expect(communeToday('11953')).toBe('11953');
    expect(today('99999', '2021-01-01')).toBe('99999');
    // 12619 was the code of Duyên Hải and is now that of Diên Hà
    expect(communeToday('12625', '2021-01-01')).toBe('12619');
    expect(communeToday('11989', '2021-01-01')).toBe(SPLIT_COMMUNE);
  });
});
