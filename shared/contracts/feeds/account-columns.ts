import type { Column, columnList } from './column.ts';

/** The columns of bank and number, which identify an account and come first in every feed about accounts. */
export function addAccountColumns(
  { add }: ReturnType<typeof columnList>,
  needed: { readonly required: boolean } = { required: true },
): {
  readonly bank: Column;
  readonly number: Column;
} {
  return {
    bank: add('bank', 'Ngân hàng', {
      ...needed,
      allowed: 'mã BIN 6 số, tên viết tắt của ngân hàng hoặc tên ví điện tử',
      aliases: ['Tên ngân hàng', 'BIN', 'Mã ngân hàng', 'Tổ chức', 'TCTD', 'Ngân hàng/Ví điện tử'],
    }),
    number: add('accountNumber', 'Số tài khoản', {
      ...needed,
      personal: true,
      aliases: ['Tài khoản', 'Số tài khoản thanh toán', 'Ví điện tử', 'Số tài khoản/Ví'],
    }),
  };
}
