import { type Cells, type Row, plain } from './rows.ts';
import { money, when } from './shown.ts';

/** A number that a spreadsheet took the first zeros from. */
const padded = (text = '', length: number) => (/^\d+$/u.test(text) ? text.padStart(length, '0') : text);

export const codeOf = (cells: Cells): string => padded(cells['ma so doanh nghiep'], 10);

export const documentOf = (number = ''): string =>
  /^\d{10,12}$/u.test(number) ? padded(number, 12) : /^\d{8}$/u.test(number) ? padded(number, 9) : number;

export const phoneOf = (phone = ''): string => {
  const digits = phone.replaceAll(/\D/gu, '').replace(/^84(?=\d{9}$)/u, '0');
  return digits === '' ? '' : padded(digits, 10);
};

const isDay = (day: string): boolean =>
  /^\d{4}$/u.test(day) || (/^\d{4}-\d\d-\d\d$/u.test(day) && new Date(`${day}T00:00Z`).toISOString().startsWith(day));

/** Whether a row of the register can be right: whoever reads it must reject others. */
export const isRegistration = ({ cells }: Row, asOf: string): boolean =>
  cells['ten doanh nghiep'] !== '' &&
  isDay(when(cells['ngay dang ky'])) &&
  isDay(when(cells['ngay sinh'])) &&
  when(cells['ngay sinh']) <= asOf &&
  !Number.isNaN(money(cells['von dieu le'])) &&
  /^(?:nguoi|thanh vien|chu so huu|nddpl|nuq|tv|cshhl)/u.test(plain(cells['vai tro'] ?? ''));
