import type { Column } from '#shared/contracts/feeds/column.ts';
import { isPercentage } from '#shared/contracts/feeds/values/unit.ts';
import { type ColumnSurvey, holdsDays, type NumbersWritten, type DecimalSign } from './column-survey.ts';
import type { Objection } from './objection.ts';

const SIGNS: readonly DecimalSign[] = ['.', ','];
const NAMES = { '.': 'dấu chấm', ',': 'dấu phẩy' } as const;
/** A column is doubted from this number and this share of cells on. Fewer are single typos. */
const MINIMUM_CELLS = 2;
const MINIMUM_SHARE = 0.1;

/** The decimal sign of each column, by the column's key. */
export type DecimalSigns = Readonly<Record<string, DecimalSign>>;

/**
 * A PC with another decimal sign takes `0.014` for 14 and leaves `0.5` as text. Undefined where each column can be
 * written in one way.
 */
export function objectionToNumbers(surveys: readonly ColumnSurvey[]): Objection | undefined {
  for (const { numbers, heading, column } of surveys) {
    if (column.holds === undefined || holdsDays(column)) continue;
    const why = faultOf(numbers) ?? faultOfShares(numbers, heading, column.holds);
    if (why === undefined) continue;
    return {
      code: 'number_format',
      message: `Cột “${heading}” ${why}. Hãy lưu lại từ phần mềm gốc với định dạng số của máy đúng với dữ liệu rồi gửi lại cả tệp; chưa dòng nào của tệp được dùng.`,
    };
  }
  return undefined;
}

function faultOf({ fraction, thousands, numeric, small }: NumbersWritten): string | undefined {
  const all = numeric + sum(fraction) + sum(thousands);
  const isMuch = (count: number) => count >= MINIMUM_CELLS && count >= all * MINIMUM_SHARE;
  if (isMuch(fraction['.']) && isMuch(fraction[','])) return 'có chỗ dùng dấu chấm, có chỗ dùng dấu phẩy trước phần lẻ';
  for (const sign of SIGNS) {
    if (isMuch(fraction[sign]) && isMuch(thousands[sign]))
      return `dùng ${NAMES[sign]} cả để tách hàng nghìn và trước phần lẻ`;
    if (isMuch(fraction[sign]) && numeric > 0)
      return `đã bị bảng tính đọc sai: ${NAMES[sign]} trước phần lẻ bị lấy làm dấu tách hàng nghìn (0${sign}014 thành 14)`;
    if (isMuch(thousands[sign]) && small > 0)
      return `đã bị bảng tính đọc sai: ${NAMES[sign]} tách hàng nghìn bị lấy làm dấu trước phần lẻ (850${sign}000 thành 850)`;
  }
  return undefined;
}

/**
 * Where most numbers of a share column are above one, all of them are percentages: 0.5 beside 37.7 is half a percent. A
 * heading with a percent sign says that they are, unless none is above one.
 */
function faultOfShares({ notZero, aboveOne }: NumbersWritten, heading: string, holds: Column['holds']) {
  if (holds !== 'share' && holds !== 'percentage') return undefined;
  if (isPercentage(heading))
    return notZero > 0 && aboveOne === 0
      ? 'ghi (%) mà chỉ có số từ 0 đến 1, nên không rõ 0,7 là 70 % hay 0,7 %; hãy ghi dấu phần trăm ngay sau số (0,7%) hoặc bỏ (%) ở tiêu đề'
      : undefined;
  const areMostAboveOne = aboveOne * 2 >= notZero;
  if (holds === 'percentage')
    return aboveOne > 0 && !areMostAboveOne
      ? 'có số lớn hơn 1 giữa nhiều số từ 0 đến 1, nên không rõ 0,7 là 70 % hay 0,7 %; hãy ghi (%) ở tiêu đề hoặc dấu phần trăm ngay sau số (0,7%)'
      : undefined;
  if (aboveOne < MINIMUM_CELLS || !areMostAboveOne) return undefined;
  return 'có phần lớn số lớn hơn 1, mà tỷ lệ viết từ 0 đến 1 (0,377) hoặc có dấu phần trăm (37,7%)';
}

/** The keys of the columns whose numbers up to one are percentages too, because others of them are above one. */
export const percentages = (surveys: readonly ColumnSurvey[]): readonly string[] =>
  surveys.flatMap(({ column, numbers: { notZero, aboveOne } }) =>
    column.holds === 'percentage' && aboveOne > 0 && aboveOne < notZero ? column.key : [],
  );

/**
 * The decimal sign by column. One program writes all columns alike, so a column that shows no sign takes the sign of
 * the others, unless it shows a sign between thousands. Money has no fraction, so a money column takes no sign from
 * others.
 */
export function decimalSigns(surveys: readonly ColumnSurvey[]): DecimalSigns {
  const numbers = surveys.filter(({ column }) => column.holds !== undefined && !holdsDays(column));
  const ofFile = signOf(numbers.map((survey) => survey.numbers.fraction));
  return Object.fromEntries(
    numbers.flatMap(({ column, numbers: { fraction, thousands } }) => {
      const sign = signOf([fraction]) ?? (column.holds === 'money' ? undefined : ofFile);
      return sign === undefined || thousands[sign] > 0 ? [] : [[column.key, sign]];
    }),
  );
}

function signOf(counts: readonly NumbersWritten['fraction'][]): DecimalSign | undefined {
  const shown = SIGNS.filter((sign) => counts.some((count) => count[sign] > 0));
  return shown.length === 1 ? shown[0] : undefined;
}

const sum = (counts: NumbersWritten['fraction']): number => counts['.'] + counts[','];
