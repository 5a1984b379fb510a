import { LEGAL_CLOCKS, type LegalClock } from '#shared/domain/vietnamese/legal-clocks.ts';
import { stageConfig } from '../stages/stage-config.ts';
import { resourcesOfType, type StackResources } from './stack-resources.ts';

const prod = stageConfig('prod');

const UNITS = { 'calendar-days': 'ngày', 'working-days': 'ngày làm việc', months: 'tháng', hours: 'giờ' } as const;

/** Writes `docs/compliance/recovery.md`: how the deployed stack protects data against loss, and the deadlines of an incident. */
export function recoveryPage(resources: StackResources): string {
  const tables = resourcesOfType(resources, 'AWS::DynamoDB::Table');
  const buckets = resourcesOfType(resources, 'AWS::S3::Bucket');
  const withRecovery = tables.filter(([, { Properties }]) =>
    JSON.stringify(Properties['PointInTimeRecoverySpecification'] ?? '').includes('true'),
  );
  const guarded = tables.filter(([, { Properties }]) => Properties['DeletionProtectionEnabled'] === true);
  const versioned = buckets.filter(([, { Properties }]) =>
    JSON.stringify(Properties['VersioningConfiguration'] ?? '').includes('Enabled'),
  );
  const queues = resourcesOfType(resources, 'AWS::SQS::Queue');
  const alarms = resourcesOfType(resources, 'AWS::CloudWatch::Alarm');
  return [
    '# Phục hồi và sự cố',
    '',
    '<!-- Trang này sinh từ mã nguồn: npm run api-docs. -->',
    '',
    '| Nội dung | Số liệu của bản triển khai prod |',
    '|---|---|',
    `| Bảng khôi phục được về bất kỳ thời điểm nào trong 35 ngày | ${withRecovery.length} trên ${tables.length} |`,
    `| Bảng có khóa chống xóa nhầm | ${guarded.length} trên ${tables.length} |`,
    `| Kho tệp giữ mọi phiên bản | ${versioned.length} trên ${buckets.length} |`,
    `| Hàng đợi (kể cả hàng đợi lỗi); thông điệp giữ 14 ngày | ${queues.length} |`,
    `| Cảnh báo | ${alarms.length} |`,
    `| Nguồn để dựng lại khi mất bảng | tệp gửi đến giữ ${prod.retention.inbox} ngày; đọc lại cho cùng kết quả |`,
    '| Thời gian phục hồi thực tế (RTO), lượng dữ liệu mất (RPO) đã diễn tập trên hệ thống thật | không có số liệu |',
    '',
    'Cách làm khi có sự cố: `docs/operations.md`.',
    '',
    '## Thời hạn theo luật',
    '',
    '| Việc | Thời hạn | Ai | Căn cứ |',
    '|---|---|---|---|',
    ...Object.values<LegalClock>(LEGAL_CLOCKS).map(
      ({ name, from, count, unit, owes, source, toCompare }) =>
        `| ${name} | ${count} ${UNITS[unit]} kể từ ${from} | ${OWES[owes]} | ${source}${toCompare ? ' (theo tài liệu dẫn lại)' : ''} |`,
    ),
    '',
  ].join('\n');
}

const OWES: Readonly<Record<LegalClock['owes'], string>> = {
  company: 'doanh nghiệp',
  police: 'Công an',
  bank: 'ngân hàng, đơn vị gửi',
  office: 'cơ quan đăng ký',
  operator: 'đơn vị vận hành',
};
