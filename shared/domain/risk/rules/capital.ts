import type { CompanyProfile } from '../facts/company-profile.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { type CapitalState, capitalStanding } from '../facts/capital.ts';
import type { Evidence } from './finding.ts';
import { type Need, needing, type Rule } from './rule.ts';

type CapitalEvidence = Evidence & {
  readonly capital: number;
  readonly contributed: number;
  readonly dueOn: string;
  readonly requestedOn: string;
  readonly answerBy: string;
};

/** Few companies ever get a request. */
const asked: Need = ({ facts }) => facts.reportRequests.length > 0;

/** Both states come after a request alone. */
function inState({ facts }: CompanyProfile, state: CapitalState): CapitalEvidence | undefined {
  const capital = capitalStanding(facts);
  return capital.state === state
    ? {
        capital: capital.capital,
        contributed: capital.contributed,
        dueOn: capital.dueOn,
        requestedOn: capital.requestedOn ?? '',
        answerBy: capital.answerBy ?? '',
      }
    : undefined;
}

const notProven: Rule<CapitalEvidence> = {
  code: 'CAPITAL_NOT_PROVEN',
  version: 1,
  group: 'capital',
  question: 'Đã được yêu cầu báo cáo, doanh nghiệp có chứng minh được việc góp vốn không?',
  legalBasis: 'khoản 2 Điều 47, khoản 2 Điều 75, khoản 1 Điều 113, điểm c khoản 1 Điều 216 Luật Doanh nghiệp',
  fact: 'capital',
  evaluate: (reading) => inState(reading, 'NOT_PROVEN'),
  message: ({ capital, contributed, dueOn, requestedOn, answerBy }) =>
    `Vốn điều lệ ${formatMoney(capital)} phải góp đủ chậm nhất ngày ${formatDate(dueOn)}; được yêu cầu báo cáo ngày ${formatDate(requestedOn)}, đến ${formatDate(answerBy)} mới chứng minh ${formatMoney(contributed)}.`,
};

const violation: Rule<CapitalEvidence> = {
  code: 'CAPITAL_VIOLATION',
  version: 1,
  group: 'capital',
  question: 'Góp thiếu vốn mà không đăng ký giảm vốn, hoặc quá 6 tháng không báo cáo?',
  legalBasis:
    'khoản 4 Điều 47, khoản 3 Điều 75, khoản 3 Điều 113, điểm d khoản 1 Điều 212 Luật Doanh nghiệp; Điều 46 Nghị định 122/2021/NĐ-CP',
  fact: 'capital',
  evaluate: (reading) => inState(reading, 'VIOLATION'),
  message: ({ capital, contributed, requestedOn, answerBy }) =>
    `Chứng minh được ${formatMoney(contributed)} trên vốn điều lệ ${formatMoney(capital)}, không đăng ký điều chỉnh; yêu cầu báo cáo ngày ${formatDate(requestedOn)}, hạn trả lời ${formatDate(answerBy)}.`,
};

const IMPLAUSIBLE = 100_000_000_000;
const FEW_PLANNED = 10;

const implausible: Rule<Evidence & { readonly capital: number; readonly plannedEmployees: number }> = {
  code: 'CAPITAL_IMPLAUSIBLE',
  version: 1,
  group: 'capital',
  question: 'Vốn điều lệ từ 100 tỷ đồng có tương xứng với quy mô lao động dự kiến không?',
  legalBasis: 'khoản 5 Điều 16 Luật Doanh nghiệp; ngưỡng 100 tỷ đồng là chỉ số nghiệp vụ',
  fact: 'capital-size',
  evaluate: ({ facts, contributed }) =>
    facts.charterCapital >= IMPLAUSIBLE &&
    contributed < facts.charterCapital &&
    (facts.plannedEmployees ?? FEW_PLANNED) < FEW_PLANNED
      ? { capital: facts.charterCapital, plannedEmployees: facts.plannedEmployees ?? 0 }
      : undefined,
  message: ({ capital, plannedEmployees }) =>
    `Vốn điều lệ ${formatMoney(capital)} chưa chứng minh, trong khi chỉ dự kiến ${plannedEmployees} lao động.`,
};

const paidIn: Rule<Evidence & { readonly capital: number; readonly contributed: number }> = {
  code: 'CAPITAL_PAID_IN',
  version: 1,
  group: 'capital',
  question: 'Doanh nghiệp đã chứng minh góp đủ vốn chưa (giảm nhẹ)?',
  legalBasis: 'khoản 12 Điều 3 Nghị định 168/2025/NĐ-CP',
  fact: 'capital',
  evaluate: ({ facts, contributed }) =>
    contributed >= facts.charterCapital ? { capital: facts.charterCapital, contributed } : undefined,
  message: () => 'Giảm nhẹ: đã có chứng từ góp đủ vốn điều lệ.',
};

/** Charter capital (vốn điều lệ): unproven only once the registry has asked; never merely because nothing was heard. */
export const CAPITAL_RULES: readonly Rule[] = [...needing(asked, [notProven, violation]), implausible, paidIn];
