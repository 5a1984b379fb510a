import { expect, it } from 'vitest';
import { vanishedSentence } from '#shared/contracts/feeds/row-contents.ts';

it.each([
  ['invoices', 'Dòng hóa đơn giữa các doanh nghiệp'],
  ['activities/TO_KHAI_THUE', 'Loại TO_KHAI_THUE của tín hiệu hoạt động'],
  ['activities/TO_KHAI_THUE/value', 'Cột “Giá trị” của loại TO_KHAI_THUE'],
  ['registrations/phone', 'Cột “Điện thoại” của đăng ký doanh nghiệp'],
  ['registrations/director', 'Vai trò “Giám đốc/Tổng giám đốc” của đăng ký doanh nghiệp'],
])('%s is named as the sender knows it', (content, what) => {
  expect(vanishedSentence({ content, last: '2025-03' })).toBe(
    `${what} có đều đến tháng 3/2025, từ đó không còn trong các tệp; hãy kiểm tra và gửi bổ sung nếu thiếu.`,
  );
});
