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
    ? `${number(weight)} (× ${number(Math.exp(weight))})`
    : `${number(weight)} (: ${number(Math.exp(-weight))})`;

/** The rules about one fact, which are degrees of one idea: what they have in common once, and a row for each. */
function section([fact, rules]: readonly [fact: string, rules: readonly Rule[]]): string {
  const each = (of: (rule: Rule) => string) => [...new Set(rules.map(of))];
  const heaviestFirst = rules.toSorted((a, b) => weightOf(b) - weightOf(a));
  const headings = Object.keys(rules[0]?.limits ?? { Hỏi: '' });
  const terms = Object.entries(Object.assign({}, ...rules.map((rule) => rule.terms ?? {})));
  return [
    `## ${fact}`,
    '',
    ...each(({ legalBasis }) => `- **Căn cứ:** ${legalBasis}.`),
    ...each(
      (rule) =>
        `- **Loại bằng chứng:** ${KINDS[rule.kind]}; **một mình có thể tạo ra bằng dòng sai:** ${makersOf(rule)}.`,
    ),
    ...terms.map(([term, meaning]) => `- *${term}*: ${String(meaning)}.`),
    '',
    `| ${['Quy tắc', ...headings, 'Trọng số', 'Ghi chú'].join(' | ')} |`,
    `|${'---|'.repeat(headings.length + 3)}`,
    ...heaviestFirst.map(row),
  ].join('\n');
}

const weightOf = ({ code }: Rule): number => RULE_SET.rules[code]?.weight ?? 0;

function row(rule: Rule): string {
  const asked = Object.values(rule.limits ?? { Hỏi: rule.question });
  const cells = [`\`${rule.code}\` (${rule.version})`, ...asked, times(weightOf(rule)), notesOf(rule).join('; ')];
  return `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;
}

function notesOf({ milderThan, hard, urgent, measure, atMost, concernsAccount, sign, signOf }: Rule): string[] {
  const once = signOf === undefined ? '' : `, tính chung một lần với \`${signOf}\``;
  return [
    ...(hard ? ['**tự nó đủ**, dù có giảm nhẹ gì'] : []),
    ...(concernsAccount ? ['**của riêng một tài khoản**: không cần loại bằng chứng thứ hai'] : []),
    ...(urgent ? ['khẩn'] : []),
    ...(sign === undefined ? [] : [`dấu hiệu ${sign === 'grave' ? 'nặng' : 'xấu'}${once}`]),
    ...(milderThan === undefined ? [] : [`bậc nhẹ hơn của \`${milderThan}\``]),
    ...(atMost === undefined ? [] : [`không bao giờ quá ${number(atMost)}`]),
    ...(measure === undefined ? [] : ['khi có chỉ đạo']),
  ];
}

/** Writes `docs/rules.md` for lawyers, in Vietnamese, with a section for each fact and a row for each rule, from the rules' own records. */
export function rulesPage(): string {
  const { version, prevalence, base, calibration = [], flagAt, standing, watchAt, precisionPercent } = RULE_SET;
  const { monthsWithRelief = 0 } = RULE_SET;
  const intro = [
    '# Các quy tắc',
    '',
    '<!-- Trang này sinh từ mã nguồn: npm run api-docs. -->',
    '',
    `Bộ quy tắc ${version}. Điểm xếp thứ tự mức cần rà soát, không phải xác suất vi phạm, và được tính như sau: logarit của tỷ lệ cược bằng ${number(base)} cộng tổng trọng số của các phát hiện`,
    `(tính cho tỉnh có ${number(prevalence * 100)} % doanh nghiệp nguy hiểm), rồi được hiệu chỉnh theo tỷ lệ đã quan sát: ${calibration.map(({ from, to }) => `${number(from)} % thành ${number(to)} %`).join(', ')};`,
    `giữa hai mức, logarit của tỷ lệ cược nằm trên đường thẳng; ngoài các mức, khoảng cách giữ nguyên. Từ ${flagAt} điểm thì gắn cờ, từ ${watchAt} điểm thì theo dõi; mục tiêu là ít nhất`,
    `${precisionPercent} trong 100 doanh nghiệp bị gắn cờ đúng là nguy hiểm.`,
    '',
    '- Mỗi mục dưới đây là một việc. Trong các quy tắc về cùng một việc, chỉ quy tắc nặng nhất được tính; các quy tắc khác vẫn được nêu với trọng số 0. Trong ngoặc sau mã là phiên bản; sau trọng số là số lần khả năng nguy hiểm tăng (×) hoặc giảm (:). Quy tắc *khẩn* đủ điểm thì gắn cờ ngay, không chờ qua tháng. *Dấu hiệu* nặng, xấu được tính cho doanh nghiệp có liên hệ. Bậc nhẹ hơn không bao giờ nặng hơn bậc kia.',
    '- Ngoài quy tắc tự nó đủ hoặc của riêng một tài khoản, phải có **hai loại bằng chứng** và **hai bên cung cấp** (hoặc tài khoản đúng là của doanh nghiệp) mới gắn cờ.',
    '- Điều mà từ 5 % doanh nghiệp cùng quý đăng ký, cùng loại hình cũng có (không kể doanh nghiệp có dấu hiệu xấu) không phải loại bằng chứng thứ hai.',
    `- Nếu không có quy tắc tự nó đủ hoặc quy tắc khẩn, chỉ gắn cờ khi tình trạng ấy đã có cả ở cuối các tháng đã hết gần nhất (${standing.map(({ below, months }) => `dưới ${below} điểm: ${months} tháng`).join('; ')}; có điều giảm nhẹ trọng số dưới -0,1 thì ít nhất ${monthsWithRelief} tháng, dù bao nhiêu điểm; tháng coi là hết từ ngày cuối của nó); trong khi chờ thì theo dõi.`,
    '- Không hoạt động, chậm nộp, nhỏ, thiếu giấy tờ, chung trụ sở hay gia đình không phải dấu hiệu nguy hiểm: đó là việc hậu kiểm.',
    '- Điều gì chưa có dữ liệu thì coi là chưa biết, không coi là không có.',
  ];
  const facts = Map.groupBy(ALL_RULES, ({ fact }) => fact);
  return `${[intro.join('\n'), ...[...facts].map(section)].join('\n\n')}\n`;
}
