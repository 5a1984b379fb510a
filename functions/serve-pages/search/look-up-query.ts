import { addressKeys, possibleAddressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { findInstitution, parseAccountNumber } from '#shared/domain/vietnamese/financial-institution.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';
import { parseBirthDate } from '#shared/domain/vietnamese/dates.ts';
import type { FieldErrors } from '../http/answer.ts';

/** The kinds of value that can be looked up, with the label of each. */
export const LOOK_UP_KINDS = {
  company: { label: 'Doanh nghiệp', hint: 'Mã số doanh nghiệp, hoặc tên (từ đầu tên riêng).' },
  document: { label: 'Số giấy tờ', hint: 'Số CCCD, CMND hoặc hộ chiếu.' },
  person: { label: 'Người', hint: 'Họ và tên; ghi thêm ngày sinh hoặc năm sinh ở ô dưới.' },
  phone: { label: 'Số điện thoại', hint: 'Của doanh nghiệp, người đại diện hoặc tài khoản.' },
  address: { label: 'Địa chỉ', hint: 'Số nhà, đường hoặc thôn, xã.' },
  account: { label: 'Tài khoản', hint: 'Số tài khoản; ghi ngân hàng ở ô dưới.' },
} as const;

/** The purposes of a look-up. */
export const LOOK_UP_PURPOSES: Readonly<Record<string, string>> = {
  case: 'Xác minh một vụ việc đang xử lý',
  report: 'Tin báo, tố giác',
  request: 'Yêu cầu của cơ quan khác',
  review: 'Xem lại theo khiếu nại',
};

/** A query that the tables can answer by keys alone. */
export type LookUpQuery =
  | { readonly kind: 'company'; readonly code?: string; readonly name?: string; readonly value: string }
  | { readonly kind: 'document'; readonly value: string }
  | { readonly kind: 'person'; readonly fullName: string; readonly dateOfBirth: string; readonly value: string }
  | { readonly kind: 'phone'; readonly value: string }
  | { readonly kind: 'address'; readonly keys: readonly string[]; readonly value: string }
  | { readonly kind: 'account'; readonly bank: string; readonly accountNumber: string; readonly value: string };

const LONGEST = 300;

/** Reads the search form, or returns an error for each missing or unreadable field. */
export function readLookUpQuery(form: URLSearchParams): LookUpQuery | { readonly errors: FieldErrors } {
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const value = text('value');
  if (value === '' || value.length > LONGEST) return { errors: { value: 'Hãy ghi điều cần tra.' } };
  switch (text('what')) {
    case 'company':
      return companyAsked(value);
    case 'document': {
      const number = value.replaceAll(/[\s.-]/gu, '').toUpperCase();
      return /^[A-Z0-9]{6,20}$/u.test(number)
        ? { kind: 'document', value: number }
        : { errors: { value: 'Số giấy tờ không đọc được.' } };
    }
    case 'person': {
      const dateOfBirth = parseBirthDate(text('born'));
      return dateOfBirth === undefined
        ? { errors: { born: 'Hãy ghi ngày sinh hoặc năm sinh, ví dụ 12/03/1985 hoặc 1985.' } }
        : { kind: 'person', fullName: value, dateOfBirth, value: `${value} ${dateOfBirth}` };
    }
    case 'phone': {
      const [phone] = parsePhones(value);
      return phone === undefined
        ? { errors: { value: 'Số điện thoại không đọc được.' } }
        : { kind: 'phone', value: phone };
    }
    case 'address': {
      const address = parseAddress(value);
      const keys = [...new Set([...addressKeys(address), ...possibleAddressKeys(address)])];
      return keys.length === 0
        ? { errors: { value: 'Địa chỉ chưa đủ cụ thể: cần số nhà, đường hoặc thôn, và xã.' } }
        : { kind: 'address', keys, value: keys.join(' ') };
    }
    case 'account':
      return accountAsked(value, text('bank'));
    default:
      return { errors: { what: 'Hãy chọn điều cần tra.' } };
  }
}

function companyAsked(value: string): LookUpQuery {
  const code = value.replaceAll(/[\s.]/gu, '');
  return /^\d{10}(?:-?\d{3})?$|^\d{12}$/u.test(code)
    ? { kind: 'company', code, value: code }
    : { kind: 'company', name: value, value };
}

function accountAsked(value: string, bank: string): LookUpQuery | { readonly errors: FieldErrors } {
  const institution = findInstitution(bank);
  if (!institution) return { errors: { bank: 'Hãy ghi tên ngắn hoặc mã của ngân hàng, ví điện tử.' } };
  const accountNumber = parseAccountNumber(institution, value);
  return accountNumber === undefined
    ? { errors: { value: 'Số tài khoản không đọc được.' } }
    : { kind: 'account', bank: institution.id, accountNumber, value: `${institution.id}#${accountNumber}` };
}
