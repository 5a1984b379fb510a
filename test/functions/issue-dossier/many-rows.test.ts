import { describe, expect, it } from 'vitest';
import { writeDocx } from '#functions/issue-dossier/write-docx.ts';
import { flow } from '#test/support/flow.ts';
import { RING, RING_FILES } from '#test/support/ring-feeds.ts';
import { accounts, identities } from '#test/support/sample-feeds.ts';
import { unzip } from '#test/support/unzip.ts';

const [FIRST] = RING;
const { code, document } = FIRST!;
const ROWS = 1050;
const FLOW_HEADINGS =
  'Ngân hàng,Số tài khoản,Kỳ,Tổng ghi có,Tổng ghi nợ,Số giao dịch,Thời gian lưu tiền trung vị (phút)';
const day = (n: number) => new Date(Date.UTC(1995, 0, 1 + n)).toISOString().slice(0, 10);
const person = (documentNumber: string) => ({
  role: 'legal_representative',
  fullName: 'Trần Thị Kẻ Gian',
  dateOfBirth: '1990-01-01',
  documentType: 'CCCD',
  documentNumber,
});
const version = (n: number, documentNumber: string) =>
  JSON.stringify({
    enterpriseCode: code,
    name: `CÔNG TY TNHH VÒNG ${n}`,
    legalForm: 'Công ty TNHH một thành viên',
    registeredOn: '1995-01-01',
    amendedOn: n === ROWS - 1 ? '2025-03-20' : day(n),
    headOfficeAddress: 'Số 99, đường Điện Biên, Phường Phố Hiến, Tỉnh Hưng Yên',
    charterCapital: 1_000_000_000,
    phone: '0977000111',
    people: [person(documentNumber)],
  });

async function dossierAfter(...files: readonly (readonly [key: string, text: string])[]) {
  const run = await flow({ writeDocx });
  for (const [name, content] of [...RING_FILES, ...files]) await run.drop(name, content);
  await run.settle();
  const fileOf = (ending: string) =>
    [...run.objects].findLast(([name]) => name.startsWith(`dossiers/${code}/`) && name.endsWith(ending))?.[1];
  const json = String(fileOf('dossier.json'));
  const { caseFile } = JSON.parse(json) as { caseFile: { sources: { rows: { feed: string }[] }[] } };
  const feeds = caseFile.sources.flatMap(({ rows }) => rows.map(({ feed }) => feed));
  const printed = unzip(fileOf('ho-so.docx')!).get('word/document.xml') ?? '';
  return { feeds, printed };
}

describe('the dossier of a company about which somebody sends very many rows', () => {
  it('of many versions of a registration it shows a thousand rows and says how many it leaves out', async () => {
    const text = Array.from({ length: ROWS }, (_, n) => version(n, document)).join('\n');
    const { feeds, printed } = await dossierAfter(['registrations/c.jsonl', text]);
    expect(feeds.filter((feed) => feed === 'registrations')).toHaveLength(1000);
    expect(printed).toContain('51 dòng khác không nêu trong hồ sơ');
    expect(printed).toContain('Không nêu: 51 dòng Dữ liệu đăng ký doanh nghiệp.');
  });

  it('of many names of one number in the police extract it shows a thousand rows', async () => {
    const names = Array.from(
      { length: ROWS },
      (_, n) => `${document},CCCD,Nguyễn Văn ${n},12/03/1985,Nam,BINH_THUONG,,,`,
    );
    const { feeds, printed } = await dossierAfter(['identities/c.csv', identities(...names)]);
    expect(feeds.filter((feed) => feed === 'identities')).toHaveLength(1000);
    expect(printed).toContain('Không nêu: 51 dòng Dữ liệu dân cư của cơ quan Công an.');
  });

  it('of many accounts at several banks it shows as many of each bank, and says how many it leaves out', async () => {
    const files = ['970436', '970415', '970407'].map((bank) => {
      const rows = Array.from({ length: 350 }, (_, n) => `${bank},7000000${n + 1000},${code},X,,,,20/03/2015,1`);
      return [`accounts/${bank}/c.csv`, accounts(...rows)] as const;
    });
    const { printed } = await dossierAfter(...files);
    const shown = (bank: string) => printed.split(`>${bank}<`).length - 1;
    expect(shown('VietinBank')).toBe(shown('Techcombank'));
    expect(shown('VietinBank')).toBeLessThan(350);
    expect(printed).toContain(`${350 - shown('VietinBank')} tài khoản tại VietinBank`);
  });

  it('of many months of many accounts it shows the latest of each account, and adds up those before', async () => {
    const numbers = Array.from({ length: 13 }, (_, n) => `70000000000${n + 10}`);
    const flows = numbers.flatMap((number) =>
      Array.from({ length: 100 }, (_, m) => {
        const period = `${2016 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`;
        return `970418,${number},${period},1000000,900000,3,600`;
      }),
    );
    const { printed } = await dossierAfter(
      ['accounts/c.csv', accounts(...numbers.map((number) => `970418,${number},${code},X,,,,20/03/2015,1`))],
      ['accounts/flows.csv', [FLOW_HEADINGS, ...flows].join('\n')],
    );
    expect(printed.match(/>8 tháng trước</gu)).toHaveLength(13);
    expect(printed).toContain('8.000.000');
    expect(printed.match(/>100\.000\.000</gu)).toHaveLength(13);
  });

  it('a dossier cites no police row about the representatives of former versions', async () => {
    const former = Array.from({ length: 3 }, (_, n) => `0330850003${10 + n}`);
    const versions = [...former.map((number, n) => version(n, number)), version(ROWS - 1, document)];
    const known = former.map((number) => `${number},CCCD,Nguyễn Văn Cũ,12/03/1985,Nam,BINH_THUONG,,,`);
    const { feeds } = await dossierAfter(
      ['registrations/c.jsonl', versions.join('\n')],
      ['identities/c.csv', identities(...known)],
    );
    expect(feeds.filter((feed) => feed === 'identities')).toHaveLength(1);
  });
});
