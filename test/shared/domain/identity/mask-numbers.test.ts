import { describe, expect, it } from 'vitest';
import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';

describe('numbers of people in any text', () => {
  it('a personal number in any text shows its last 4 digits, whatever separates the digits', () => {
    for (const written of [
      '033085000123',
      '033 085 000 123',
      '033.085.000.123',
      '033-085--000 - 123',
      '０３３085000123',
      '033 – (085) – 000 ... 123',
      '\u{1D7CE}\u{1D7D1}\u{1D7D1}085000123',
      '⓪③③⓪85000123',
      '0\u200B3\u200B3085000123',
    ])
      expect(maskNumbers(`CCCD ${written} của An`)).toBe('CCCD ****0123 của An');
    expect(maskNumbers('٠٣٣٠٨٥٠٠٠١٢٣')).toBe('****٠١٢٣');
    expect(maskNumbers('\u{1D7CE}'.repeat(12)).isWellFormed()).toBe(true);
    expect(maskNumbers('0912 345 678 / 0987.654.321')).not.toMatch(/\d{5}/u);
    expect(maskNumbers('danh-sach-033085000123.csv')).toBe('danh-sach-****0123.csv');
  });

  it('a personal number with letters typed for 0 and 1 shows its last 4 digits', () => {
    for (const written of ['O33O85OOOl23', 'o33l85ooo123', 'I33.O85.OOO1.23', 'O3 3O 85 0O O1 23'])
      expect(maskNumbers(`CCCD ${written} của An`)).toBe('CCCD ****0123 của An');
    expect(maskNumbers('O33O85OOOl23')).toBe('****0123');
    for (const text of ['Cho 123456 lo liệu', 'Ollo 12345 Il', 'Tổ 1O, lô 2l, ngõ 345', 'Polo12345l, Oslo 67890'])
      expect(maskNumbers(text)).toBe(text);
    const long = 'O1'.repeat(100_000);
    const before = process.cpuUsage();
    expect(maskNumbers(`${long}a ${long}`).length).toBeLessThan(300_000);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
  });

  it('days, counts and short codes in a text are not masked', () => {
    for (const text of ['31/02/1985', '1985-02-31', '1.234.567', '970436', 'Trạng thái 09-06'])
      expect(maskNumbers(text)).toBe(text);
  });
});
