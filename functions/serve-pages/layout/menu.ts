import { bankOf } from '#shared/domain/notification/receiver.ts';
import type { DeskRole } from '#shared/domain/notification/desk-role.ts';

interface MenuEntry {
  readonly href: string;
  readonly label: string;
  /** The search of the desk, at its first entry. */
  readonly search?: { readonly action: string; readonly field: string; readonly hint: string };
}

const ENTRIES: Readonly<Record<'office' | 'police' | 'bank' | 'operator' | 'province', readonly MenuEntry[]>> = {
  office: [
    {
      href: '/office/worklist',
      label: 'Việc cần làm',
      search: { action: '/office/search', field: 'value', hint: 'Doanh nghiệp, người, địa chỉ, mã số' },
    },
    { href: '/office/files', label: 'Tệp đã gửi' },
    { href: '/office/upload', label: 'Gửi tệp' },
    { href: '/office/corrections', label: 'Đính chính' },
    { href: '/office/search', label: 'Tra cứu' },
    { href: '/office/mail', label: 'Thư báo' },
  ],
  police: [
    {
      href: '/police/cases',
      label: 'Vụ việc',
      search: { action: '/police/search', field: 'value', hint: 'Doanh nghiệp, người, địa chỉ, số' },
    },
    { href: '/police/releases', label: 'Chờ duyệt' },
    { href: '/police/reviews', label: 'Đề nghị xem lại' },
    { href: '/police/crime-report', label: 'Ghi tin báo' },
    { href: '/police/search', label: 'Tra cứu' },
    { href: '/police/mail', label: 'Thư báo' },
  ],
  bank: [
    {
      href: '/bank/notices',
      label: 'Thông báo',
      search: { action: '/bank/notices', field: 'find', hint: 'Số tài khoản, mã số doanh nghiệp' },
    },
    { href: '/bank/files', label: 'Tệp đã gửi' },
    { href: '/bank/upload', label: 'Gửi tệp' },
    { href: '/bank/report', label: 'Báo tài khoản' },
    { href: '/bank/connection', label: 'Kết nối' },
    { href: '/bank/mail', label: 'Thư báo' },
  ],
  province: [
    { href: '/province/figures', label: 'Số liệu' },
    { href: '/province/measures', label: 'Biện pháp' },
    { href: '/province/workload', label: 'Khối lượng việc' },
    { href: '/province/log', label: 'Sổ kiểm chứng' },
    { href: '/province/mail', label: 'Thư báo' },
  ],
  operator: [
    { href: '/operator/system', label: 'Tình trạng hệ thống' },
    { href: '/operator/receivers', label: 'Nơi nhận' },
    { href: '/operator/people', label: 'Người dùng' },
    { href: '/operator/mail', label: 'Thư báo' },
  ],
};

const DESK_OF: Readonly<Record<string, keyof typeof ENTRIES>> = {
  office: 'office',
  police: 'police',
  operator: 'operator',
  province: 'province',
};

/** The menu of a person, by their roles. */
export const menuOf = (roles: readonly DeskRole[]): readonly MenuEntry[] =>
  roles.flatMap((role) => {
    const desk = bankOf(role) === undefined ? DESK_OF[role] : 'bank';
    return desk === undefined ? [] : ENTRIES[desk];
  });
