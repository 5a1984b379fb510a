import { describe, expect, it } from 'vitest';
import { runSummary, summaryText } from '#infra/local/results/summary.ts';
import { worklistRows } from '#infra/local/results/worklist.ts';
import { Receipt } from '#shared/contracts/receipt.ts';
import { flow } from '#test/support/flow.ts';
import { RESULTS_OF_NOTHING } from '#test/support/results-of-nothing.ts';
import { workbookOf } from '#test/support/workbook.ts';
import { code, flows, registrations } from '#test/support/sample-feeds.ts';

const HOLD = 'Thời gian lưu tiền trung vị (phút)';

async function receiptOf(key: string, content: string | Buffer): Promise<Receipt> {
  const run = await flow();
  await run.drop(key, content);
  await run.settle();
  return Receipt.parse(run.receipt(key));
}

/** The lines of the summary about columns and sheets. */
function saidOnScreen(receipts: readonly Receipt[]): string[] {
  return summaryText(runSummary({ ...RESULTS_OF_NOTHING, receipts }), receipts, 'out')
    .split('\n')
    .filter((line) => /tiêu đề/u.test(line));
}

describe('a column whose heading is unknown', () => {
  const flowsWith = (heading: string) => flows('970436,00112,2025-10,1000000,1000000,3,8').replace(HOLD, heading);

  it('the office learns on the screen and in its worklist which column was meant and what to do', async () => {
    const receipt = await receiptOf('accounts/970436/2025-10.csv', flowsWith('Thời gian giữ tiền'));
    expect(receipt).toMatchObject({
      accepted: 1,
      lackingColumns: expect.arrayContaining([{ column: HOLD, heading: 'Thời gian giữ tiền' }]),
    });
    const sentence = `Không đọc cột “Thời gian giữ tiền” (có phải là “${HOLD}”?) vì tiêu đề không có trong mẫu. Vì vậy chưa có giá trị nào của cột “${HOLD}”. Nếu đúng là cột đó, hãy xác nhận tiêu đề một lần (bàn làm việc, manifest.json) để đọc lại ngay, hoặc sửa đúng như mẫu rồi gửi lại tệp.`;
    expect(saidOnScreen([receipt])).toEqual([`  - accounts/970436/2025-10.csv: ${sentence}`]);
    expect(worklistRows([], [receipt], [])).toEqual([
      {
        enterpriseCode: '',
        kind: 'unread_column',
        field: 'heading',
        current: 'Thời gian giữ tiền',
        proposed: HOLD,
        file: 'accounts/970436/2025-10.csv',
        why: `Tệp accounts/970436/2025-10.csv: ${sentence} Luật không đặt thời hạn cho việc này; theo quy chế phối hợp, cơ quan đăng ký kinh doanh xử lý trong 5 ngày làm việc kể từ ngày giao việc.`,
      },
    ]);
  });

  it('a heading that resembles none is named with the columns that the file lacks, its numbers masked', async () => {
    const receipt = await receiptOf('accounts/f.csv', flowsWith('Ông An 033085000123'));
    const [said = ''] = saidOnScreen([receipt]);
    expect(said).toContain('“Ông An ****0123”');
    expect(said).toContain(`Tệp không có cột “${HOLD}”`);
    expect(JSON.stringify([receipt, worklistRows([], [receipt], [])])).not.toContain('033085000123');
    expect(worklistRows([], [receipt], [])).toMatchObject([{ current: 'Ông An ****0123', proposed: '' }]);
  });

  it('a column that only numbers the rows is no task, nor is an extra one of a file that has all columns', async () => {
    const [heading = '', row = ''] = registrations({ code: code(1) }).split('\n');
    const numbered = await receiptOf('registrations/a.csv', `STT,${heading}\n1,${row}\n`);
    const more = `${HOLD},Tỷ lệ giao dịch IP nước ngoài,Chi nhánh`;
    const complete = flowsWith(more).replace(/,8$/mu, ',8,0,Phố Hiến');
    const extra = await receiptOf('accounts/f.csv', complete);
    expect(saidOnScreen([numbered])).toEqual([]);
    expect(saidOnScreen([extra]).join('')).toContain('“Chi nhánh” vì tiêu đề không có trong mẫu. Tệp có đủ các cột');
    expect(worklistRows([], [numbered, extra], [])).toEqual([]);
  });

  it('the screen names the sheets of a workbook that were not read', async () => {
    const cells = flows('970436,00112,2025-10,1000000,1000000,3,8').replace(',Số giao dịch', '').split('\n');
    const table = cells.map((line) => line.split(','));
    const wrong = [
      ['Nhà băng', 'Tài khoản', 'Tháng', 'Vào'],
      ['970436', '00112', '2025-10', '5'],
    ];
    const book = await workbookOf(table, { 'Tháng 9': wrong });
    const receipt = await receiptOf('accounts/f.xlsx', book);
    expect(saidOnScreen([receipt])).toContain(
      '  - accounts/f.xlsx: Không đọc trang tính “Tháng 9”: trang đang ẩn, hoặc không có dòng tiêu đề với đủ các cột bắt buộc của mẫu. Nếu dữ liệu nằm ở đó, hãy sửa rồi gửi lại tệp.',
    );
  });

  it('a key of JSONL that resembles a column is named, and a key that no line has had yet is not', async () => {
    const line = { bank: '970436', accountNumber: '00112', period: '2025-10', credit: 5, medianHoldMins: 8, fax: '1' };
    const receipt = await receiptOf('accounts/f.jsonl', `${JSON.stringify(line)}\n`);
    expect(receipt.lackingColumns).toEqual([{ column: HOLD, heading: 'medianHoldMins' }]);
  });
});
