import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import { similarColumn } from '#shared/contracts/feeds/similar-heading.ts';

const all = Object.values(LAYOUTS).flat();
const columnsOf = (rows: string) => all.find((layout) => layout.rows === rows)?.columns ?? [];
const meant = (rows: string, heading: string) => similarColumn(heading, columnsOf(rows))?.label;

describe('a heading that resembles a known one', () => {
  it.each([
    ['flows', 'Thời gian giữ', 'Thời gian lưu tiền trung vị (phút)'],
    ['flows', 'Thời gian giữ tiền TB (phút)', 'Thời gian lưu tiền trung vị (phút)'],
    ['flows', 'Tỷ lệ giao dịch từ nước ngoài', 'Tỷ lệ giao dịch IP nước ngoài'],
    ['flows', 'Số lượng GD trong kỳ', 'Số giao dịch'],
    ['flows', 'medianHoldMins', 'Thời gian lưu tiền trung vị (phút)'],
    ['registrations', 'Ngày thay dổi nội dung', 'Ngày thay đổi'],
    ['registrations', 'Vốn điều lệ đăng ký', 'Vốn điều lệ'],
    ['registrations', 'Điệnthoạicánhân', 'Điện thoại cá nhân'],
  ])('of %s, “%s” means “%s”', (rows, heading, label) => {
    expect(meant(rows, heading)).toBe(label);
  });

  it.each([
    ['flows', 'Ghi chú'],
    ['flows', 'Chi nhánh'],
    ['registrations', 'Cán bộ nhập'],
    ['registrations', 'Ngày'],
    ['registrations', 'Số hồ sơ'],
    ['registrations', ''],
  ])('of %s, “%s” means no column', (rows, heading) => {
    expect(meant(rows, heading)).toBeUndefined();
  });
});
