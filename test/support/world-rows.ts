import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';

export type WorldRow = Readonly<Record<string, string>>;

const COLUMNS: Readonly<Record<string, string>> = {
  'mã số doanh nghiệp': 'enterpriseCode',
  'tên doanh nghiệp': 'name',
  'loại hình doanh nghiệp': 'legalForm',
  'ngày đăng ký': 'registeredOn',
  'ngày thay đổi': 'amendedOn',
  'địa chỉ trụ sở': 'headOfficeAddress',
  'ngành nghề chính': 'mainIndustryCode',
  'vốn điều lệ': 'charterCapital',
  'số lao động': 'plannedEmployees',
  'mã hộ kinh doanh chuyển đổi': 'householdCode',
  'điện thoại': 'phone',
  email: 'email',
  'vai trò': 'role',
  'họ và tên': 'fullName',
  'ngày sinh': 'dateOfBirth',
  'giới tính': 'gender',
  'quốc tịch': 'nationality',
  'loại giấy tờ': 'documentType',
  'số giấy tờ': 'documentNumber',
  'ngày cấp': 'issuedOn',
  'điện thoại cá nhân': 'personalPhone',
  'trạng thái': 'status',
  'ngày trạng thái': 'statusOn',
  'ngày hết hạn': 'expiresOn',
  'số cmnd cũ': 'oldNumber',
  'nơi thường trú': 'permanentAddress',
  'loại tín hiệu': 'kind',
  ngày: 'date',
  'giá trị': 'value',
  'kỳ/ghi chú': 'note',
  'ngân hàng': 'bank',
  'số tài khoản': 'accountNumber',
  'tên chủ tài khoản': 'holderName',
  'họ tên người đại diện': 'representativeName',
  'số giấy tờ người đại diện': 'representativeDocumentNumber',
  'số điện thoại': 'phone',
  'ngày mở': 'openedOn',
  'ngày cập nhật': 'updatedOn',
  kỳ: 'period',
  'tổng ghi có': 'credit',
  'tổng ghi nợ': 'debit',
  'số giao dịch': 'transactions',
  'thời gian lưu tiền trung vị (phút)': 'medianHoldMinutes',
  'tỷ lệ giao dịch ip nước ngoài': 'foreignIpShare',
  'số giấy tờ chủ thuê bao': 'documentNumber',
  'mã nghi ngờ': 'code',
  'mã đối ứng': 'counterparty',
  'mã thiết bị': 'device',
  'mã số bên bán': 'seller',
  'mã số bên mua': 'buyer',
  'tổng tiền': 'total',
  'lý do': 'reason',
};
const ROLES: Readonly<Record<string, string>> = {
  'người đại diện theo pháp luật': 'legal_representative',
  nddpl: 'legal_representative',
  'người được ủy quyền': 'authorised_person',
  nuq: 'authorised_person',
  'thành viên/cổ đông': 'member',
  tv: 'member',
  'chủ sở hữu hưởng lợi': 'beneficial_owner',
  cshhl: 'beneficial_owner',
};

/** Rows of every file of a world's feed, under their JSONL keys. A registration row carries its place in its company's rows. */
export async function worldRows(world: string, feed: string): Promise<WorldRow[]> {
  const rows: WorldRow[] = [];
  for (const name of readdirSync(`${world}/${feed}`).sort()) {
    if (name === 'manifest.json') continue;
    for (const row of await fileRows(`${world}/${feed}/${name}`)) rows.push(row);
  }
  return rows;
}

async function fileRows(path: string): Promise<WorldRow[]> {
  if (path.endsWith('.xlsx')) return table(await sheetRows(path));
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/u, '');
  if (!path.endsWith('.jsonl')) return table(parse(text, { relax_column_count: true }));
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : documentRows(JSON.parse(line))));
}

async function sheetRows(path: string): Promise<string[][]> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(path);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      cells.push(cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.text);
    });
    rows.push(cells);
  });
  return rows;
}

function table([headings = [], ...lines]: string[][]): WorldRow[] {
  const keys = headings.map((heading) => COLUMNS[heading.normalize('NFC').trim().toLowerCase()] ?? heading);
  let [last, position] = ['', 0];
  return lines.map((cells) => {
    const row: Record<string, string> = Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']));
    if (!row['role']) return row;
    const code = plainCode(row['enterpriseCode']);
    position = code === last ? position + 1 : 0;
    last = code;
    const role = row['role'].normalize('NFC').toLowerCase();
    return { ...row, role: ROLES[role] ?? role, position: String(position) };
  });
}

/** A code without what a spreadsheet or a typist adds or takes away: spaces, and zeros at the front. */
const plainCode = (text = '') => text.replaceAll(/\D/gu, '').replace(/^0+/u, '');

function documentRows(document: Record<string, unknown>): WorldRow[] {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const { people, ...rest } = document;
  const row = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, text(value)]));
  if (!Array.isArray(people)) return [row];
  return people.map((person: Record<string, unknown>, position) => {
    const own = Object.fromEntries(Object.entries(person).map(([key, value]) => [key, text(value)]));
    return Object.assign({}, row, own, { companyPhone: row['phone'] ?? '', position: String(position) });
  });
}
