import type { ReleaseMode } from '#shared/domain/notification/release/release-policy.ts';
import { MEASURES } from '#shared/domain/risk/measure.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { prod } from '../stages/prod.ts';

const BY: Readonly<Record<ReleaseMode, string>> = {
  automatic: 'máy, không có người duyệt',
  one_officer: 'một cán bộ Công an duyệt',
  two_officers: 'hai cán bộ Công an khác nhau duyệt',
};

const MEASURE_NAMES = {
  suspiciousAccounts: 'Cơ sở dữ liệu tài khoản, ví điện tử có nghi vấn (mục II.2)',
  accountReview: 'Rà soát tài khoản có người đại diện không khớp, chủ thuê bao (mục II.3)',
  foreignIp: 'Phát hiện giao dịch từ địa chỉ IP nước ngoài (mục II.3)',
} as const;

/** `docs/duty/decisions.md`: what a machine decides and what a person, for the classification of automated decisions. */
export function decisionsPage(): string {
  const { releases } = prod;
  const rows: readonly (readonly [what: string, who: string, effect: string])[] = [
    ['Đọc tệp, từ chối dòng sai', 'máy; người gửi nhận biên nhận từng dòng', 'không'],
    ['So người khai với dữ liệu dân cư', 'máy; kết quả là đề nghị cho cơ quan đăng ký, không tự sửa', 'không'],
    [
      `Gắn cờ doanh nghiệp (bộ quy tắc ${RULE_SET.version}, từ ${RULE_SET.flagAt} điểm)`,
      'máy đề nghị; Công an là người xem xét',
      'gửi hồ sơ cho Công an',
    ],
    ['Xác nhận hoặc bác bỏ cờ', 'cán bộ Công an, có tên trong sổ nhật ký', 'đổi mức thông báo, rút thông báo'],
    ['Báo ngân hàng ở mức theo dõi', BY[releases.bank.watch.issue], 'ngân hàng rà soát, tăng cường giám sát'],
    ['Báo ngân hàng ở mức xử lý', BY[releases.bank.act.issue], 'ngân hàng rà soát theo đề nghị của Công an'],
    ['Thông báo nêu văn bản của cơ quan có thẩm quyền', BY[releases.namingDecision], 'theo văn bản đó'],
    ['Rút thông báo', BY[releases.bank.act.withdraw], 'ngân hàng bỏ biện pháp đã áp dụng'],
    ['Biện pháp với tài khoản', 'ngân hàng; hệ thống không ra lệnh', 'theo pháp luật về thanh toán'],
    ['Xem xét lại khi có khiếu nại, đề nghị', 'cán bộ Công an', 'giữ nguyên hoặc rút thông báo'],
    [
      'Đổi trọng số, ngưỡng của quy tắc',
      'người có thẩm quyền, bằng một lần triển khai; đề xuất của máy chỉ là tệp',
      'áp dụng cho mọi doanh nghiệp',
    ],
    ['Xóa dữ liệu một người', 'người vận hành, theo lệnh có số', 'như sổ đăng ký'],
  ];
  return [
    '# Máy quyết định gì, người quyết định gì',
    '',
    '<!-- Trang này sinh từ mã nguồn: npm run api-docs. -->',
    '',
    'Dùng để phân loại hệ thống theo Luật 134/2025 (trí tuệ nhân tạo), Nghị định 142/2026 và Nghị định 330/2026 Điều 67 (các văn bản cần đối chiếu bản gốc).',
    'Hệ thống tính điểm bằng quy tắc đã công bố (`docs/rules.md`), không học trong khi chạy.',
    '',
    '| Việc | Ai quyết định | Tác động tới quyền |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    '## Biện pháp chỉ thực hiện khi có chỉ đạo',
    '',
    '| Biện pháp | Tình trạng ở prod | Văn bản chỉ đạo |',
    '|---|---|---|',
    ...MEASURES.map((measure) => {
      const directed = prod.measures[measure];
      return directed === 'off'
        ? `| ${MEASURE_NAMES[measure]} | tắt | chưa có |`
        : `| ${MEASURE_NAMES[measure]} | bật | ${directed.number} ngày ${directed.date} |`;
    }),
    '',
  ].join('\n');
}
