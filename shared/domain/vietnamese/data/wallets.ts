/**
 * E-wallets (ví điện tử): key, brand, and further names, the BINs some of them have in interbank transfers included.
 * From general knowledge; no public list of licensed providers was found.
 */
export type WalletRow = readonly [key: string, brand: string, ...aliases: string[]];

export const WALLETS: readonly WalletRow[] = [
  ['MOMO', 'Ví MoMo', 'M_Service', 'M-Service', '971025', 'Công ty CP Dịch vụ Di động Trực tuyến'],
  ['ZALOPAY', 'ZaloPay', 'Công ty CP Zion', 'Zion'],
  ['SHOPEEPAY', 'ShopeePay', 'AirPay', 'Công ty CP ShopeePay'],
  ['VNPAY', 'Ví VNPAY', 'Công ty CP Giải pháp Thanh toán Việt Nam'],
  ['VIETTELMONEY', 'Viettel Money', 'ViettelPay', '971005', 'Tổng công ty Dịch vụ số Viettel'],
  ['VNPTMONEY', 'VNPT Money', 'VNPT Pay', '971011', 'VNPT Media'],
  ['MOBIFONEMONEY', 'MobiFone Money', 'MobiFone Pay'],
  ['PAYOO', 'Payoo', 'VietUnion'],
  ['SMARTPAY', 'SmartPay', 'SmartNet'],
  ['VTCPAY', 'VTC Pay', 'VTC Intecom'],
  ['9PAY', '9Pay', 'Công ty CP 9Pay'],
  ['NGANLUONG', 'Ngân Lượng', 'NganLuong.vn', 'Công ty CP Ngân Lượng'],
];
