import { MONEY, QUARTER } from './shown.ts';

export const QUARTERS = String.raw`(?:Từ quý (?<fromQuarter>${QUARTER}) đến quý (?<toQuarter>${QUARTER})|Quý (?<quarter>${QUARTER}))`;

export const WITHOUT_SALES = String.raw`(?:chưa có dữ liệu tờ khai thuế|(?:(?<nought>\d+) quý đã khai, không có doanh thu)?(?:; )?(?:(?<owedThen>\d+) quý quá hạn khai 90 ngày, chưa thấy tờ khai)?)`;

export const INSURED = String.raw`(?:chưa thấy lao động nào|(?<insured>[\d.]+) lao động) đóng bảo hiểm xã hội`;

export const CAPITAL = String.raw`(?:không có vốn điều lệ|chưa rõ vốn điều lệ|vốn điều lệ (?<capital>${MONEY}))`;
