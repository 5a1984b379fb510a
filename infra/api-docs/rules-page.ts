import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import type { EvidenceKind } from '#shared/domain/risk/rules/finding.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import type { Rule } from '#shared/domain/risk/rules/rule.ts';
import type { Office } from '#shared/domain/risk/senders/sender.ts';
import { WRITERS } from '#shared/domain/risk/senders/writers.ts';

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
function times(weight: number): string {
  const factor = Math.exp(Math.abs(weight));
  return `${number(weight)} (${weight >= 0 ? '×' : ':'} ${factor >= TEN ? Math.round(factor) : factor.toFixed(1).replace('.', ',')})`;
}
const TEN = 10;

/** What rules have in common is written once, at the end of the page, and a rule's row has its number. */
class Footnotes {
  readonly #texts: string[] = [];

  of(text: string): number {
    if (!this.#texts.includes(text)) this.#texts.push(text);
    return this.#texts.indexOf(text) + 1;
  }

  numbered(): string {
    return this.#texts.map((text, at) => `${at + 1}. ${text}.`).join('\n');
  }

  lettered(): string {
    return this.#texts.map((text, at) => `- (${letterOf(at + 1)}) ${text}.`).join('\n');
  }
}

interface Notes {
  readonly bases: Footnotes;
  readonly makers: Footnotes;
}

/** The rules of one kind of evidence: a table for those with one question, and one for each idea with a table of limits. */
function section(kind: EvidenceKind, rules: readonly Rule[], notes: Notes): string {
  const facts = [...Map.groupBy(rules, ({ fact }) => fact).values()];
  const asked = facts.filter(([first]) => first?.limits === undefined).flat();
  const degrees = facts.filter(([first]) => first?.limits !== undefined);
  const tables = [...degrees, ...(asked.length > 0 ? [asked] : [])].map((those) => table(those, notes));
  return [`## ${KINDS[kind]}`, ...tables].join('\n\n');
}

function table(rules: readonly Rule[], notes: Notes): string {
  const headings = Object.keys(rules[0]?.limits ?? { Hỏi: '' });
  const terms = Object.entries(Object.assign({}, ...rules.map((rule) => rule.terms ?? {})));
  const columns = ['Việc', 'Quy tắc', ...headings, 'Trọng số', 'Căn cứ, bên', 'Ghi chú'];
  const facts = [...Map.groupBy(rules, ({ fact }) => fact).values()];
  return [
    ...terms.map(([term, meaning]) => `- *${term}*: ${String(meaning)}.`),
    ...(terms.length > 0 ? [''] : []),
    `| ${columns.join(' | ')} |`,
    `|${'---|'.repeat(columns.length)}`,
    ...facts.flatMap((those) =>
      those
        .toSorted((a, b) => weightOf(b) - weightOf(a))
        .map((rule, at) => row(rule, at === 0 ? rule.fact : '', notes)),
    ),
  ].join('\n');
}

const weightOf = ({ code }: Rule): number => RULE_SET.rules[code]?.weight ?? 0;

function row(rule: Rule, fact: string, { bases, makers }: Notes): string {
  const asked = Object.values(rule.limits ?? { Hỏi: rule.question });
  const sources = `${bases.of(rule.legalBasis)}${letterOf(makers.of(makersOf(rule)))}`;
  const code = `\`${rule.code}\` (${rule.version})`;
  const cells = [fact, code, ...asked, times(weightOf(rule)), sources, notesOf(rule).join('; ')];
  return `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;
}

const letterOf = (at: number): string => String.fromCodePoint('a'.charCodeAt(0) + at - 1);

function notesOf({ hard, urgent, measure, atMost, concernsAccount, sign, signOf }: Rule): string[] {
  const once = signOf === undefined ? '' : `, tính chung một lần với \`${signOf}\``;
  return [
    ...(hard ? ['**tự nó đủ**'] : []),
    ...(concernsAccount ? ['**của riêng một tài khoản**'] : []),
    ...(urgent ? ['khẩn'] : []),
    ...(sign === undefined ? [] : [`dấu hiệu ${sign === 'grave' ? 'nặng' : 'xấu'}${once}`]),
    ...(atMost === undefined ? [] : [`nhiều nhất ${number(atMost)}`]),
    ...(measure === undefined ? [] : ['khi có chỉ đạo']),
  ];
}

/** Writes `docs/rules.md` for lawyers, in Vietnamese, with a section for each kind of evidence and a row for each rule, from the rules' own records. */
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
    '- Mỗi mục dưới đây là một **loại bằng chứng**. Trong các quy tắc về cùng một *việc*, chỉ quy tắc nặng nhất được tính; các quy tắc khác vẫn được nêu với trọng số 0. Trong ngoặc sau mã là phiên bản; sau trọng số là số lần khả năng nguy hiểm tăng (×) hoặc giảm (:). Số và chữ ở cột “Căn cứ, bên” chỉ hai danh sách cuối trang.',
    '- Quy tắc **tự nó đủ** gắn cờ dù có giảm nhẹ gì. Ngoài quy tắc ấy và quy tắc **của riêng một tài khoản**, phải có hai loại bằng chứng và hai bên cung cấp (hoặc tài khoản đúng là của doanh nghiệp) mới gắn cờ. *Dấu hiệu* nặng, xấu được tính cho doanh nghiệp có liên hệ.',
    '- Điều mà từ 5 % doanh nghiệp cùng quý đăng ký, cùng loại hình cũng có (không kể doanh nghiệp có dấu hiệu xấu) không phải loại bằng chứng thứ hai.',
    `- Nếu không có quy tắc tự nó đủ hoặc quy tắc *khẩn*, chỉ gắn cờ khi tình trạng ấy đã có cả ở cuối các tháng đã hết gần nhất (${standing.map(({ below, months }) => `dưới ${below} điểm: ${months} tháng`).join('; ')}; có điều giảm nhẹ trọng số dưới -0,1 thì ít nhất ${monthsWithRelief} tháng, dù bao nhiêu điểm; tháng coi là hết từ ngày cuối của nó); trong khi chờ thì theo dõi.`,
    '- Không hoạt động, chậm nộp, nhỏ, thiếu giấy tờ, chung trụ sở hay gia đình không phải dấu hiệu nguy hiểm: đó là việc hậu kiểm.',
    '- Điều gì chưa có dữ liệu thì coi là chưa biết, không coi là không có.',
  ];
  const notes = { bases: new Footnotes(), makers: new Footnotes() };
  const sections = [...kindsOfFacts()].map(([kind, rules]) => section(kind, rules, notes));
  const ends = [
    `## Căn cứ\n\n${notes.bases.numbered()}`,
    `## Bên có thể một mình tạo ra phát hiện bằng dòng sai\n\n${notes.makers.lettered()}`,
  ];
  return `${[intro.join('\n'), ...sections, ...ends].join('\n\n')}\n`;
}

/** The rules by the kind of evidence of their fact's first rule. */
function kindsOfFacts(): Map<EvidenceKind, Rule[]> {
  const kinds = new Map(ALL_RULES.toReversed().map(({ fact, kind }) => [fact, kind]));
  return Map.groupBy(ALL_RULES, ({ fact, kind }) => kinds.get(fact) ?? kind);
}
