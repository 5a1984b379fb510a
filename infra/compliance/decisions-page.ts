import type { ReleaseMode } from '#shared/domain/notification/release/release-policy.ts';
import { MEASURES } from '#shared/domain/risk/measure.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { stageConfig } from '../stages/stage-config.ts';

const prod = stageConfig('prod');

const BY: Readonly<Record<ReleaseMode, string>> = {
  automatic: 'máy, không có người duyệt',
  one_officer: 'một cán bộ Công an duyệt',
  two_officers: 'hai cán bộ Công an khác nhau duyệt',
};

const SWITCHED_BY: Readonly<Record<ReleaseMode, string>> = {
  automatic: 'một người',
  one_officer: 'một người',
  two_officers: 'hai người khác nhau',
};

const MEASURE_NAMES = {
  suspiciousAccounts: 'Cơ sở dữ liệu tài khoản, ví điện tử có nghi vấn (mục II.2)',
  accountReview: 'Rà soát tài khoản có người đại diện không khớp, chủ thuê bao (mục II.3)',
  foreignIp: 'Phát hiện giao dịch từ địa chỉ IP nước ngoài (mục II.3)',
} as const;

const ACTS = { issue: 'Gửi thông báo', update: 'Sửa thông báo', withdraw: 'Rút thông báo' } as const;
const RECEIVERS = { police: 'Công an', bank: 'ngân hàng' } as const;
const LEVELS = { watch: 'mức theo dõi', act: 'mức xử lý' } as const;
const REVIEWS = 'ngân hàng rà soát, tăng cường giám sát';
const EFFECTS = {
  police: { issue: 'Công an xem xét', update: 'Công an xem xét', withdraw: 'Công an không phải xem xét nữa' },
  bank: { issue: REVIEWS, update: REVIEWS, withdraw: 'ngân hàng bỏ biện pháp đã áp dụng' },
} as const;

/** Table rows that say for each kind of change of a notice who releases it in the stage. */
const releaseRows = (): readonly (readonly [what: string, who: string, effect: string])[] =>
  (['police', 'bank'] as const).flatMap((to) =>
    (['watch', 'act'] as const).flatMap((level) =>
      (['issue', 'update', 'withdraw'] as const).map(
        (act) =>
          [
            `${ACTS[act]} cho ${RECEIVERS[to]}, ${LEVELS[level]}`,
            BY[prod.releases[to][level][act]],
            EFFECTS[to][act],
          ] as const,
      ),
    ),
  );

/**
 * Writes `docs/compliance/decisions.md`: which decisions the system makes and which a person makes, for the classification of
 * automated decisions.
 */
export function decisionsPage(): string {
  const { releases } = prod;
  const rows: readonly (readonly [what: string, who: string, effect: string])[] = [
    ['Đọc tệp, từ chối dòng sai', 'máy; người gửi nhận biên nhận từng dòng', 'không'],
    ['Dừng tệp có nhiều dòng sai', 'máy dừng; người có thẩm quyền cho tính phần đọc được hoặc bỏ tệp', 'không'],
    [
      'Rút lại mọi dòng của tệp đã đọc',
      `nơi gửi tệp (bàn của phòng đăng ký) hoặc người vận hành: ${SWITCHED_BY[prod.takingBack]}, có tên trong sổ nhật ký`,
      'kết luận và thông báo dựa vào tệp được xét lại',
    ],
    ['So người khai với dữ liệu dân cư', 'máy; kết quả là đề nghị cho cơ quan đăng ký, không tự sửa', 'không'],
    [
      `Gắn cờ doanh nghiệp (bộ quy tắc ${RULE_SET.version}, từ ${RULE_SET.flagAt} điểm)`,
      'máy đề nghị; Công an là người xem xét',
      'gửi hồ sơ cho Công an',
    ],
    ['Xác nhận hoặc bác bỏ cờ', 'cán bộ Công an, có tên trong sổ nhật ký', 'đổi mức thông báo, rút thông báo'],
    ...releaseRows(),
    ['Thông báo nêu văn bản của cơ quan có thẩm quyền', BY[releases.namingDecision], 'theo văn bản đó'],
    ['Kết thúc thông báo gửi ngân hàng khi hết hạn', 'máy, vào ngày ghi trong thông báo', 'đề nghị không còn hiệu lực'],
    ['Biện pháp với tài khoản', 'ngân hàng; hệ thống không ra lệnh', 'theo pháp luật về thanh toán'],
    [
      'Xem xét lại khi có khiếu nại, đề nghị',
      'cán bộ Công an khác với người đã kết luận, đã duyệt hoặc đã ghi nhận khiếu nại',
      'giữ nguyên hoặc rút thông báo',
    ],
    [
      'Đổi trọng số, ngưỡng của quy tắc',
      'người có thẩm quyền, bằng một lần triển khai; đề xuất của máy chỉ là tệp',
      'áp dụng cho mọi doanh nghiệp',
    ],
    [
      'Bật, tắt biện pháp "khi có chỉ đạo"',
      `Văn phòng UBND tỉnh theo văn bản có số, ngày: bật ${SWITCHED_BY[prod.switching.on]}, tắt ${SWITCHED_BY[prod.switching.off]}`,
      'mọi doanh nghiệp và thông báo được xem xét lại',
    ],
    ['Xóa dữ liệu một người', 'người vận hành, theo lệnh có số', 'như sổ đăng ký'],
  ];
  return [
    '# Máy quyết định gì, người quyết định gì',
    '',
    '<!-- Trang này sinh từ mã nguồn: npm run api-docs. -->',
    '',
    'Dùng để phân loại hệ thống theo Luật 134/2025 (trí tuệ nhân tạo), Nghị định 142/2026 và Nghị định 330/2026 Điều 67 (theo tài liệu dẫn lại).',
    'Hệ thống tính điểm bằng quy tắc đã công bố (`docs/rules.md`), không học trong khi chạy.',
    '',
    '| Việc | Ai quyết định | Tác động tới quyền |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    '## Biện pháp chỉ thực hiện khi có chỉ đạo',
    '',
    '| Biện pháp | Tình trạng ở prod khi bắt đầu | Văn bản chỉ đạo |',
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
