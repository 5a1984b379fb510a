import { describe, expect, it } from 'vitest';
import { drawMoney, type DrawnMoney } from '#shared/domain/notification/dossier/draw-money.ts';
import { shortMoney } from '#shared/domain/vietnamese/short-money.ts';
import { isWellFormed } from '#test/support/well-formed.ts';

const month = (period: string, credit: number, debit = credit, medianHoldMinutes?: number) => ({
  period,
  credit,
  debit,
  medianHoldMinutes,
});
const money = (...accounts: DrawnMoney['accounts']): DrawnMoney => ({
  accounts,
  window: { from: '2025-08', to: '2025-09' },
});
const first = {
  name: 'Sacombank …1234',
  months: [month('2025-06', 300_000_000), month('2025-08', 12.8e9, 12.7e9, 9), month('2025-09', 9e9, 9e9, 130)],
};
const second = { name: 'A & B …9911', months: [month('2025-09', 3e9, 2.9e9, 4000)] };
const bars = (svg: string) => svg.match(/<rect (?!width|x="\d+" y="10")[^>]*height="[\d.]+" fill="#(?!fdf3d7)/gu) ?? [];

describe('drawMoney', () => {
  it('drawMoney says what came in and went out in the months of the findings', () => {
    expect(drawMoney(money(first, second)).sentence).toBe(
      'Từ tháng 08/2025 đến tháng 09/2025: vào 24,8 tỷ đồng, ra 24,6 tỷ đồng, qua 2 tài khoản.',
    );
    expect(drawMoney({ accounts: [first] }).sentence).toContain('Từ tháng 06/2025 đến tháng 09/2025: vào 22,1 tỷ đồng');
  });

  it('drawMoney draws a bar for what each account received and one for what it paid in each month', () => {
    expect(bars(drawMoney(money(first, second)).svg)).toHaveLength(8);
  });

  it('drawMoney writes the sums and how long the money of a month stayed on the average, as the findings do', () => {
    const { svg } = drawMoney(money(first, second));
    for (const text of ['12 tỷ', '11,9 tỷ', '9 ph', '18 giờ', '300 triệu', '07/2025', 'A &amp; B …9911']) {
      expect(svg).toContain(`>${text}<`);
    }
    expect(svg).not.toContain('3 ngày');
    expect(isWellFormed(svg)).toBe(true);
  });

  it('drawMoney shows 18 months with those of the findings among them, and says how many it leaves out', () => {
    const long = {
      name: 'A',
      months: Array.from({ length: 48 }, (_, n) =>
        month(`${2022 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`, 1e9),
      ),
    };
    const early = drawMoney({ accounts: [long], window: { from: '2022-06', to: '2022-07' } });
    expect(early.svg).toContain('>04/22<');
    expect(early.svg).not.toContain('>12/25<');
    expect(early.sentence).toContain('30 tháng khác ở bảng của từng tài khoản.');
    expect(drawMoney({ accounts: [long] }).svg).toContain('>12/25<');
  });

  it('drawMoney begins shortly before the first month with a visible bar', () => {
    const quiet = [month('2024-01', 20_000), ...first.months];
    const { svg, sentence } = drawMoney(money({ ...first, months: quiet }));
    expect(svg).not.toContain('>04/2025<');
    expect(svg).toContain('>05/2025<');
    expect(sentence).toContain('16 tháng khác ở bảng');
  });

  it('drawMoney draws the same money the same, whatever the order of the accounts', () => {
    expect(drawMoney(money(second, first)).svg).toBe(drawMoney(money(first, second)).svg);
  });
});

describe('shortMoney', () => {
  it.each([
    [0, '0'],
    [999_000, 'dưới 1 triệu'],
    [1_000_000, '1 triệu'],
    [521_400_000, '521 triệu'],
    [999_900_000, '1 tỷ'],
    [40_215_000_000, '40,2 tỷ'],
    [1_234_000_000_000, '1.234 tỷ'],
  ])('shortMoney writes %i as %s', (amount, text) => {
    expect(shortMoney(amount)).toBe(text);
  });
});
