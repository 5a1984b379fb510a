import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';

/** The guide of each desk in `docs/ban-lam-viec/`, by the first part of the desk's addresses. */
export const GUIDES = {
  office: 'can-bo-dang-ky',
  police: 'dieu-tra-vien',
  bank: 'ngan-hang',
  province: 'tinh',
  operator: 'van-hanh',
} as const;

/** The section that explains the pages whose address begins so; the longest beginning decides. */
export const GUIDE_SECTIONS = {
  '/office/worklist': 'Việc cần làm',
  '/office/files': 'Xem kết quả và sửa',
  '/office/upload': 'Gửi tệp',
  '/office/corrections': 'Đính chính',
  '/office/search': 'Tra cứu',
  '/office/mail': 'Thư báo',
  '/police/cases': 'Danh sách vụ việc',
  '/police/cases/': 'Một vụ việc',
  '/police/accounts': 'Tài khoản: hỏi ngân hàng, ghi nghi vấn',
  '/police/releases': 'Chờ duyệt',
  '/police/reviews': 'Đề nghị xem lại',
  '/police/crime-report': 'Ghi tin báo',
  '/police/search': 'Tra cứu',
  '/police/mail': 'Thư báo',
  '/bank/notices': 'Danh sách',
  '/bank/notices/': 'Một thông báo',
  '/bank/report': 'Báo tài khoản',
  '/bank/files': 'Gửi tệp của tháng',
  '/bank/upload': 'Gửi tệp của tháng',
  '/bank/connection': 'Kết nối',
  '/bank/mail': 'Thư báo',
  '/province/figures': 'Số liệu',
  '/province/measures': 'Biện pháp',
  '/province/workload': 'Khối lượng việc',
  '/province/log': 'Sổ kiểm chứng',
  '/province/mail': 'Thư báo',
  '/operator/system': 'Tình trạng hệ thống',
  '/operator/receivers': 'Nơi nhận',
  '/operator/people': 'Người dùng',
  '/operator/mail': 'Thư báo',
} as const;

/** The address of a section within its guide. */
export const anchorOf = (title: string): string => foldMarks(title).replaceAll(/[^a-z\d]+/gu, '-');

/** The section that explains a page, and the desk whose guide has it. */
export function sectionOf(path: string) {
  const [found] = Object.entries(GUIDE_SECTIONS)
    .filter(([beginning]) => path.startsWith(beginning))
    .sort(([a], [b]) => b.length - a.length);
  return found && { desk: path.split('/')[1] ?? '', title: found[1] };
}
