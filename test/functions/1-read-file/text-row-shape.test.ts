import { describe, expect, it } from 'vitest';
import { readWhole } from './read-whole.ts';

const HEADINGS =
  'Ngân hàng,Số tài khoản,Kỳ,Tổng ghi có,Tổng ghi nợ,Số giao dịch,Thời gian lưu tiền trung vị (phút),Tỷ lệ giao dịch IP nước ngoài';
const ROW = '970436,0123456789,2025-05,5000000,4000000,12,130,0.5';
const flows = (...lines: readonly string[]) => readWhole(lines.join('\n'), 'accounts', 'a.csv');
const credits = async (...lines: readonly string[]) =>
  (await flows(...lines)).records.map((record) => record.feed === 'flows' && record.flow.credit);

describe('rows of a text whose cells do not stand under their headings', () => {
  it.each(['970436,0123456789,2025-06,50000', '970436,0123456789,2025-06,50000,', '970436,01234567'])(
    'the last line of a text is refused if it ends before the others do: %s',
    async (line) => {
      const { records, rejected } = await flows(HEADINGS, ROW, line);
      expect(records).toHaveLength(1);
      expect(rejected).toMatchObject([{ row: 3, code: 'cut_off', message: expect.stringContaining('cuối tệp') }]);
    },
  );

  it('a short last line is read if it has its line break, or if lines before it are short too', async () => {
    const short = '970436,0123456789,2025-06,50000';
    expect(await credits(HEADINGS, ROW, short, '')).toEqual([5_000_000, 50_000]);
    expect(await credits(HEADINGS, ROW, '970436,0123456789,2025-07,60000', short)).toEqual([5_000_000, 60_000, 50_000]);
    expect(await credits(HEADINGS, short)).toEqual([50_000]);
    expect(await credits(HEADINGS, ROW)).toEqual([5_000_000]);
  });

  it.each([
    '970436,0123456789,2025-06,5,000,000,4,000,000,12,30,0.5',
    '970436,0123456789,2025-06,5,000,000',
    '970436,0123456789,2025-06,1,034,567.5,4,5,6',
  ])('an amount whose commas between thousands divided it into cells is refused: %s', async (line) => {
    const { rejected } = await flows(`${HEADINGS},,,,`, ROW, `${line},`, '');
    expect(rejected).toMatchObject([{ row: 3, code: 'split_number', message: expect.stringContaining('hàng nghìn') }]);
  });

  it('numbers of one to three digits beside each other are no divided amount', async () => {
    expect(await credits(`${HEADINGS},,`, `${ROW},,`, `${ROW},Đã kiểm tra,`, `${ROW},,`, '')).toEqual(
      Array(3).fill(5_000_000),
    );
  });
});
