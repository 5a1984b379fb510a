import { RETENTION_REGISTER } from '#shared/tables/retention-register.ts';
import { accessPage } from './access-page.ts';
import { decisionsPage } from './decisions-page.ts';
import { recoveryPage } from './recovery-page.ts';
import { productionResources } from './stack-resources.ts';
import { stageConfig } from '../stages/stage-config.ts';

const prod = stageConfig('prod');

const ON_ERASURE = {
  remove: 'xóa dữ liệu của người đó',
  redact: 'bỏ phần về người đó',
  keep: 'giữ, theo căn cứ',
} as const;

/** Writes `docs/compliance/register.md`: which personal data are kept, why, on which legal basis, and how long. */
function registerPage(): string {
  const { retention, evidenceLockDays, logLockDays } = prod;
  const days = (kept: number | 'records' | 'never ends') =>
    kept === 'never ends' ? 'không có hạn' : `${kept === 'records' ? retention.records : Math.ceil(kept)} ngày`;
  return [
    '# Sổ đăng ký xử lý dữ liệu cá nhân và thời hạn lưu giữ',
    '',
    '<!-- Trang này sinh từ mã nguồn: npm run api-docs. Mô tả lấy nguyên văn từ `shared/tables/retention-register.ts`. -->',
    '',
    'Thời hạn là của giai đoạn vận hành chính thức (prod); dữ liệu hết hạn bị xóa tự động.',
    '',
    '| Bảng | Giữ gì | Để làm gì | Căn cứ | Thời hạn | Khi có lệnh xóa một người |',
    '|---|---|---|---|---|---|',
    ...Object.entries(RETENTION_REGISTER).map(
      ([name, { holds, purpose, basis, days: kept, onErasure }]) =>
        `| \`${name}\` | ${holds} | ${purpose} | ${basis} | ${days(kept)} | ${ON_ERASURE[onErasure]} |`,
    ),
    '',
    '| Kho tệp, nhật ký | Thời hạn | Khóa không cho sửa, xóa |',
    '|---|---|---|',
    `| Tệp gửi đến (inbox) | ${retention.inbox} ngày | không |`,
    `| Biên nhận, hồ sơ, báo cáo, bản kê tệp nói về ai (evidence) | ${retention.evidence} ngày | ${evidenceLockDays ?? 'không'} ngày |`,
    `| Sổ nhật ký kiểm chứng (log) | không có hạn | ${logLockDays ?? 'không'} ngày |`,
    `| Nhật ký truy cập kho tệp | ${retention.accessLogs} ngày | không |`,
    `| Nhật ký vận hành của hàm | ${retention.logs} ngày | không |`,
    '',
  ].join('\n');
}

/** The pages of `docs/compliance/` by name: evidence that the system's operator does what the law requires. */
export function compliancePages(): ReadonlyMap<string, string> {
  const resources = productionResources();
  return new Map([
    ['access.md', accessPage(resources)],
    ['register.md', registerPage()],
    ['decisions.md', decisionsPage()],
    ['recovery.md', recoveryPage(resources)],
  ]);
}
