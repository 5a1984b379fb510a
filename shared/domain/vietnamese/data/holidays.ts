/**
 * Weekdays off by decree or swap, besides those that fall on the same solar date each year (01/01, 30/04, 01/05, 02/09), and
 * Saturdays worked in exchange. Tết, Giỗ Tổ (10/3 âm lịch) and the swaps from the yearly announcements as generally known;
 * 2027 as expected, not yet announced.
 */
export const PUBLIC_HOLIDAYS: readonly string[] = `
  2023-01-02 2023-01-20 2023-01-23 2023-01-24 2023-01-25 2023-01-26 2023-05-02 2023-05-03 2023-09-01 2023-09-04
  2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18 2024-04-29 2024-09-03
  2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-05-02 2025-09-01
  2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-08-31 2026-09-01
  2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-04-16 2027-05-03 2027-09-03`
  .trim()
  .split(/\s+/u);

export const SATURDAYS_WORKED: readonly string[] = ['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'];
