import { ROLE_LABELS } from '#shared/domain/identity/registration.ts';
import { feedOf } from '#shared/domain/drops/sender.ts';
import type { Vanished } from '#shared/domain/drops/vanished-rows.ts';
import type { FeedRecord } from './feed-record.ts';
import { LAYOUTS } from './layouts.ts';

/** The headings of the columns that a row may lack, by the content. */
const OPTIONAL_COLUMNS: ReadonlyMap<string, string> = new Map(
  Object.values(LAYOUTS)
    .flat()
    .flatMap(({ rows, columns }) => columns.map((column) => ({ rows, ...column })))
    .filter(({ required }) => !required)
    .map(({ rows, key, label }) => [`${rows}/${key}`, label]),
);

const KINDS: Readonly<Record<FeedRecord['feed'], string>> = {
  registrations: 'đăng ký doanh nghiệp',
  identities: 'dữ liệu Công an',
  activities: 'tín hiệu hoạt động',
  accounts: 'tài khoản',
  flows: 'dòng tiền',
  counterparties: 'tài khoản đối ứng',
  devices: 'thiết bị',
  invoices: 'hóa đơn giữa các doanh nghiệp',
  owners: 'chủ sở hữu',
  subscribers: 'thuê bao',
  'suspicious-accounts': 'tài khoản nghi ngờ',
  'crime-reports': 'tin báo tội phạm',
};

/** What a row has whose absence from all rows would mean that the sender no longer sends it. */
export function contentsOf(record: FeedRecord): string[] {
  const { feed } = record;
  const contents: string[] = [feed];
  const fill = (values: object): void => {
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined || value === '') continue;
      if (OPTIONAL_COLUMNS.has(`${feed}/${key}`)) contents.push(`${feed}/${key}`);
      else if (typeof value === 'object') fill(value);
    }
  };
  fill(record);
  if (feed === 'activities') {
    const { kind, value } = record.signal;
    contents.push(`${feed}/${kind}`);
    // Its column is filled by the other kinds
    if (value !== undefined) contents.push(`${feed}/${kind}/value`);
  }
  if (feed === 'registrations' && record.person) contents.push(`${feed}/${record.person.role}`);
  return contents;
}

/** What a sender no longer sends and since when, as one Vietnamese sentence. */
export function vanishedSentence({ content, last }: Vanished): string {
  const [year, month] = last.split('-');
  return `${nameOf(content)} có đều đến tháng ${Number(month)}/${year}, từ đó không còn trong các tệp; hãy kiểm tra và gửi bổ sung nếu thiếu.`;
}

function nameOf(content: string): string {
  const feed = feedOf(content);
  const kind = Object.entries(KINDS).find(([one]) => one === feed)?.[1] ?? feed;
  const what = content.slice(feed.length + 1);
  if (what === '') return `Dòng ${kind}`;
  const [ofKind = '', key] = what.split('/');
  if (key !== undefined) return `Cột “${OPTIONAL_COLUMNS.get(`${feed}/${key}`) ?? key}” của loại ${ofKind}`;
  const column = OPTIONAL_COLUMNS.get(content);
  if (column !== undefined) return `Cột “${column}” của ${kind}`;
  const role = Object.entries(ROLE_LABELS).find(([one]) => one === what)?.[1];
  return role === undefined ? `Loại ${what} của ${kind}` : `Vai trò “${role}” của ${kind}`;
}
