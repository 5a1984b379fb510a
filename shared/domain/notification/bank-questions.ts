/**
 * The questions that the police may ask a bank about an account. They are fixed sentences, so that they reveal nothing
 * about a person or a suspicion.
 */
export const BANK_QUESTIONS: Readonly<Record<string, string>> = {
  status: 'Trạng thái hiện nay của tài khoản',
  representative: 'Người đại diện và người được ủy quyền theo hồ sơ mở tài khoản',
  phone: 'Số điện thoại, thiết bị đang dùng để giao dịch',
  flows: 'Tổng tiền vào, tiền ra của sáu tháng gần nhất',
  opening: 'Hồ sơ và cách mở tài khoản (tại quầy hay từ xa)',
};
