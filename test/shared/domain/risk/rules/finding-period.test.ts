import { expect, it } from 'vitest';
import { periodOf } from '#shared/domain/risk/rules/finding-period.ts';

it.each([
  [{ from: '2025-08', to: '2025-11' }, 'từ tháng 08/2025 đến tháng 11/2025'],
  [{ firstMonth: '2025-04', lastMonth: '2025-06', until: '2025-11-30' }, 'từ tháng 04/2025 đến tháng 06/2025'],
  [{ asleepFrom: '2024-03-12', firstMonth: '2025-04' }, 'từ tháng 04/2025'],
  [{ on: '2025-03-20', firstMonth: '2025-04' }, 'từ tháng 04/2025'],
  [{ registeredOn: '2025-01-05', firstDay: '2025-02-01', days: 14 }, 'từ 01/02/2025 đến 14/02/2025'],
  [{ since: '2025-01-01', until: '2025-06-30' }, 'từ 01/01/2025 đến 30/06/2025'],
  [{ since: '2025-05-03', days: 30 }, 'từ 03/05/2025 đến 02/06/2025'],
  [{ on: '2025-08-19' }, 'ngày 19/08/2025'],
  [{ registeredOn: '2025-01-05', quarter: '2025-Q1' }, 'quý 1/2025'],
])('the time of %j is that of what it tells', (evidence, text) => {
  expect(periodOf(evidence)?.text).toBe(text);
});
