import type { Finding } from '#shared/domain/risk/rules/finding.ts';
import type { CaseAccount, CaseFile, CasePerson } from './case-file.ts';
import { accountNamed, gravestMoney } from './money-meant.ts';
import { documentOf, isDoubted, MOST_IN_BRIEF } from './people-in-words.ts';

/**
 * A finding is a sign and no conclusion; blocking takes a competent authority's written decision (NĐ 52/2024 Art. 11,
 * TT 17/2024 Art. 6).
 */
const NO_CONCLUSION =
  'Các dấu hiệu trong hồ sơ là kết quả đối chiếu dữ liệu, không phải kết luận vi phạm và không thay cho quyết định của cơ ' +
  'quan có thẩm quyền; mọi biện pháp với tài khoản chỉ thực hiện theo văn bản của cơ quan có thẩm quyền.';

/** What the police are asked, with the matters that the findings leave open. */
export function requestOf(findings: readonly Finding[], caseFile: CaseFile | undefined): string {
  const against = findings.filter(({ weight }) => weight > 0);
  const [money] = gravestMoney(against, caseFile?.accounts ?? []);
  const matters = [
    ...list('nhân thân của', (caseFile?.people ?? []).filter(isDoubted).map(personNamed)),
    ...list(
      'người thực sự dùng',
      (caseFile?.accounts ?? []).filter(isOfAnother).map((one) => `tài khoản ${accountNamed(one)}`),
    ),
    ...(money === undefined ? [] : [`nguồn tiền vào và nơi nhận tiền ra ${money.time}`]),
    ...(against.some(({ evidence }) => Number(evidence['invoiced'] ?? 0) > 0)
      ? ['việc mua bán có thật sau các hóa đơn đã xuất']
      : []),
    ...(against.some(({ code }) => SOLD.test(code))
      ? ['việc chuyển nhượng doanh nghiệp và người điều hành thực tế từ khi đổi người đại diện']
      : []),
    ...(against.some(({ code }) => TIED.test(code)) ? ['quan hệ với các doanh nghiệp nêu ở mục IV'] : []),
  ];
  const open = matters.length === 0 ? '' : `, làm rõ: ${matters.join('; ')}`;
  return `Đề nghị cơ quan Công an rà soát, xác minh doanh nghiệp nêu trên${open}. ${NO_CONCLUSION}`;
}

const SOLD = /_THEN_SOLD$|NEW_HANDS|^ACCOUNTS_OPENED_IN_A_BURST$/u;
const TIED = /^(?:TIED|SECOND_TIE|FOUNDED)/u;

const list = (what: string, all: readonly string[]): readonly string[] =>
  all.length === 0
    ? []
    : [
        `${what} ${all.slice(0, MOST_IN_BRIEF).join(', ')}${all.length > MOST_IN_BRIEF ? ' và các trường hợp khác' : ''}`,
      ];

const personNamed = (person: CasePerson): string => `${person.declared.fullName} (${documentOf(person)})`;

const isOfAnother = ({ representativeMismatch, phoneOwners }: CaseAccount): boolean =>
  representativeMismatch || phoneOwners !== undefined;
