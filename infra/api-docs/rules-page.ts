import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import type { EvidenceKind } from '#shared/domain/risk/rules/finding.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import type { Rule } from '#shared/domain/risk/rules/rule.ts';
import { type Office, WRITERS } from '#shared/domain/risk/senders/sender.ts';

const KINDS: Readonly<Record<EvidenceKind, string>> = {
  identity: 'nhân thân',
  money: 'dòng tiền',
  sales: 'doanh thu, hóa đơn',
  means: 'lao động so với doanh số',
  registration: 'đăng ký, thay đổi',
  account: 'tài khoản',
  authority: 'kết luận của cơ quan',
  tie: 'liên hệ với doanh nghiệp khác',
};

const SENDERS: Readonly<Record<Office | 'bank', string>> = {
  police: 'Công an tỉnh',
  registry: 'cơ quan đăng ký kinh doanh',
  tax: 'cơ quan thuế',
  insurance: 'cơ quan bảo hiểm xã hội',
  inspector: 'người kiểm tra',
  carriers: 'nhà mạng',
  bank: 'ngân hàng của tài khoản',
};

/** Whose false rows alone could make the finding of an honest company. */
function makersOf({ madeBy }: Rule): string {
  const makers = new Set(madeBy.flatMap((source) => WRITERS[source]));
  return makers.size === 0 ? 'bên báo giá trị dùng chung' : [...makers].map((maker) => SENDERS[maker]).join(', ');
}

const number = (value: number): string => value.toFixed(2).replace('.', ',');

/** How many times likelier the finding is for a dangerous company than for another: e to the weight. */
const times = (weight: number): string =>
  weight >= 0
    ? `làm tăng khả năng nguy hiểm khoảng ${number(Math.exp(weight))} lần`
    : `làm giảm khả năng nguy hiểm khoảng ${number(Math.exp(-weight))} lần`;

function section(rule: Rule): string {
  const { code, version, kind, fact, question, legalBasis, milderThan, hard, urgent, measure, atMost } = rule;
  const weight = RULE_SET.rules[code]?.weight ?? 0;
  const lines = [
    `- **Hỏi:** ${question}`,
    `- **Căn cứ:** ${legalBasis}.`,
    `- **Loại bằng chứng:** ${KINDS[kind]}; một mình có thể tạo ra bằng dòng sai: ${makersOf(rule)}.`,
    `- **Việc:** \`${fact}\`; của các quy tắc về cùng một việc chỉ quy tắc nặng nhất được tính.`,
    `- **Trọng số:** ${number(weight)} (${times(weight)})${atMost === undefined ? '' : `; không bao giờ quá ${number(atMost)}`}.`,
    ...(hard ? ['- **Tự nó đủ để gắn cờ**, dù có giảm nhẹ gì.'] : []),
    ...(urgent ? ['- **Khẩn:** đủ điểm gắn cờ thì gắn cờ ngay, không chờ qua tháng.'] : []),
    ...(milderThan === undefined ? [] : [`- **Là bậc nhẹ hơn của** \`${milderThan}\`: không bao giờ nặng hơn bậc đó.`]),
    ...signLine(rule),
    ...(measure === undefined ? [] : ['- **Chỉ hỏi khi có chỉ đạo** áp dụng biện pháp này.']),
  ];
  return [`## ${code} (phiên bản ${version})`, '', ...lines].join('\n');
}

function signLine({ sign, signOf }: Rule): string[] {
  if (sign === undefined) return [];
  const once = signOf === undefined ? '' : `, tính chung một lần với dấu hiệu về \`${signOf}\``;
  return [`- **Với doanh nghiệp có liên hệ:** là dấu hiệu ${sign === 'grave' ? 'nặng' : 'xấu'}${once}.`];
}

/** Writes `docs/rules.md` for lawyers, in Vietnamese, with a section for each rule, from the rules' own records. */
export function rulesPage(): string {
  const { version, prevalence, base, calibration = [], flagAt, standing, watchAt, precisionPercent } = RULE_SET;
  const { monthsWithRelief = 0 } = RULE_SET;
  const intro = [
    '# Các quy tắc',
    '',
    '<!-- Trang này sinh từ mã nguồn: npm run api-docs. -->',
    '',
    `Bộ quy tắc ${version}. Điểm là xác suất nguy hiểm tính theo phần trăm: logarit của tỷ lệ cược bằng ${number(base)} cộng tổng trọng số của các phát hiện`,
    `(tính cho tỉnh có ${number(prevalence * 100)} % doanh nghiệp nguy hiểm), rồi được hiệu chỉnh theo tỷ lệ đã quan sát: ${calibration.map(({ from, to }) => `${number(from)} % thành ${number(to)} %`).join(', ')};`,
    `giữa hai mức, logarit của tỷ lệ cược nằm trên đường thẳng; ngoài các mức, khoảng cách giữ nguyên. Từ ${flagAt} điểm thì gắn cờ, từ ${watchAt} điểm thì theo dõi; mục tiêu là ít nhất`,
    `${precisionPercent} trong 100 doanh nghiệp bị gắn cờ đúng là nguy hiểm.`,
    '',
    '- Trong các quy tắc về cùng một việc, chỉ quy tắc nặng nhất được tính; các quy tắc khác vẫn được nêu với trọng số 0.',
    '- Ngoài quy tắc tự nó đủ, phải có **hai loại bằng chứng** và **hai bên cung cấp** (hoặc tài khoản đúng là của doanh nghiệp) mới gắn cờ.',
    `- Nếu không có quy tắc tự nó đủ hoặc quy tắc khẩn, chỉ gắn cờ khi tình trạng ấy đã có cả ở cuối các tháng đã hết gần nhất (${standing.map(({ below, months }) => `dưới ${below} điểm: ${months} tháng`).join('; ')}; có điều giảm nhẹ trọng số dưới -0,1 thì ít nhất ${monthsWithRelief} tháng, dù bao nhiêu điểm; tháng coi là hết từ ngày cuối của nó); trong khi chờ thì theo dõi.`,
    '- Không hoạt động, chậm nộp, nhỏ, thiếu giấy tờ, chung trụ sở hay gia đình không phải dấu hiệu nguy hiểm: đó là việc hậu kiểm.',
    '- Điều gì chưa có dữ liệu thì coi là chưa biết, không coi là không có.',
  ];
  return `${[intro.join('\n'), ...ALL_RULES.map(section)].join('\n\n')}\n`;
}
