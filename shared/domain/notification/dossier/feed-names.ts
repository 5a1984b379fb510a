/** The name of a kind of row for a reader of a dossier. */
export const FEED_NAMES = {
  registrations: 'Dữ liệu đăng ký doanh nghiệp',
  identities: 'Dữ liệu dân cư của cơ quan Công an',
  activities: 'Dữ liệu hoạt động (thuế, bảo hiểm xã hội, kiểm tra)',
  accounts: 'Danh sách tài khoản của ngân hàng, ví điện tử',
  flows: 'Dòng tiền theo kỳ của ngân hàng, ví điện tử',
  counterparties: 'Tài khoản đối ứng theo kỳ của ngân hàng, ví điện tử',
  'invoice-pairs': 'Hóa đơn giữa người bán và người mua (cơ quan thuế)',
  devices: 'Thiết bị dùng tài khoản của ngân hàng, ví điện tử',
  subscribers: 'Dữ liệu thuê bao của doanh nghiệp viễn thông',
  'suspicious-accounts': 'Danh sách tài khoản nghi vấn',
  'crime-reports': 'Tố giác, tin báo về tội phạm của cơ quan Công an',
} as const;

export type FeedName = keyof typeof FEED_NAMES;
