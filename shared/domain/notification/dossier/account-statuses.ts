/** The account statuses (trạng thái tài khoản) that banks report to the State Bank (SIMO). */
export const ACCOUNT_STATUSES: Readonly<Record<string, string>> = {
  1: 'Đang hoạt động',
  2: 'Tạm ngừng dịch vụ điện tử',
  3: 'Tạm khóa',
  4: 'Phong tỏa',
  5: 'Đã đóng',
  99: 'Chưa thu thập được',
};
