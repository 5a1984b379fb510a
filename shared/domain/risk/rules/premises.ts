import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { Evidence } from './finding.ts';
import { type Need, needing, type Rule } from './rule.ts';

const STATUS_OF_CODE = 'Phụ lục I Thông tư 86/2024/TT-BTC';

type StatusEvidence = Evidence & { readonly status: string; readonly on: string };

const taxStatusRule = (
  rule: Pick<Rule, 'code' | 'question' | 'fact'>,
  holds: (code: string, sub: string | undefined) => boolean,
  sentence: string,
): Rule<StatusEvidence> => ({
  ...rule,
  version: 1,
  group: 'activity',
  legalBasis: STATUS_OF_CODE,
  evaluate: ({ officialStatus: { tax } }) =>
    tax && holds(tax.code, tax.sub) ? { status: tax.sub ?? tax.code, on: tax.on } : undefined,
  message: ({ status, on }) => `${sentence} (trạng thái ${status} từ ${formatDate(on)}).`,
});

const REMINDED = '09-01';

const remindedTwice = taxStatusRule(
  {
    code: 'TAX_STATUS_REMINDED',
    question: 'Cơ quan thuế đã đôn đốc 2 lần mà doanh nghiệp không nộp tờ khai?',
    fact: 'returns',
  },
  (code, sub) => code === '09' && sub === REMINDED,
  'Cơ quan thuế chờ xác minh vì không nộp tờ khai sau 2 lần đôn đốc',
);
const underVerification = taxStatusRule(
  {
    code: 'TAX_STATUS_VERIFYING',
    question: 'Cơ quan thuế có đang chờ xác minh tình trạng hoạt động không?',
    fact: 'premises',
  },
  (code, sub) => code === '09' && sub !== REMINDED,
  'Cơ quan thuế đang chờ xác minh tình trạng hoạt động tại địa chỉ đã đăng ký',
);
const taxCodeEnding = taxStatusRule(
  {
    code: 'TAX_STATUS_ENDING',
    question: 'Doanh nghiệp đã ngừng mà chưa hoàn thành chấm dứt hiệu lực mã số thuế?',
    fact: 'tax-status',
  },
  (code) => code === '03',
  'Ngừng hoạt động nhưng chưa hoàn thành thủ tục chấm dứt hiệu lực mã số thuế',
);

const NOT_AT_ADDRESS = { tax: '06', legal: '3' } as const;

const notAtAddress: Rule<StatusEvidence> = {
  code: 'NOT_AT_ADDRESS',
  version: 1,
  group: 'activity',
  question: 'Cơ quan thuế, đăng ký kinh doanh có kết luận không hoạt động tại địa chỉ đã đăng ký?',
  legalBasis: `${STATUS_OF_CODE}; Điều 35 Nghị định 168/2025/NĐ-CP`,
  fact: 'premises',
  evaluate: ({ officialStatus: { tax, legal } }) => {
    if (tax?.code === NOT_AT_ADDRESS.tax) return { status: `thuế ${tax.sub ?? tax.code}`, on: tax.on };
    return legal?.code === NOT_AT_ADDRESS.legal ? { status: `pháp lý ${legal.code}`, on: legal.on } : undefined;
  },
  message: ({ status, on }) => `Không hoạt động tại địa chỉ đã đăng ký (trạng thái ${status} từ ${formatDate(on)}).`,
};

const revoked: Rule<StatusEvidence> = {
  code: 'LEGAL_STATUS_REVOKED',
  version: 1,
  group: 'activity',
  question: 'Doanh nghiệp có bị thu hồi do cưỡng chế về quản lý thuế không?',
  legalBasis: 'Điều 35 Nghị định 168/2025/NĐ-CP; Điều 212 Luật Doanh nghiệp',
  fact: 'tax-status',
  evaluate: ({ officialStatus: { legal } }) => (legal?.code === '4' ? { status: legal.code, on: legal.on } : undefined),
  message: ({ status, on }) =>
    `Bị thu hồi do cưỡng chế về quản lý thuế (tình trạng pháp lý ${status} từ ${formatDate(on)}).`,
};

const notFound: Rule<Evidence & { readonly on: string }> = {
  code: 'INSPECTION_NOT_FOUND',
  version: 1,
  group: 'activity',
  question: 'Kiểm tra trụ sở lần gần nhất có thấy doanh nghiệp không?',
  legalBasis: 'Điều 7 Thông tư 91/2026/TT-BTC; Điều 42 Luật Doanh nghiệp',
  fact: 'premises',
  evaluate: ({ officialStatus: { inspection } }) =>
    inspection && !inspection.found ? { on: inspection.on } : undefined,
  message: ({ on }) => `Kiểm tra ngày ${formatDate(on)} không tìm thấy doanh nghiệp tại trụ sở.`,
};

const addressVague: Rule<Evidence & { readonly specific: boolean; readonly apartment: boolean }> = {
  code: 'ADDRESS_AT_RISK',
  version: 1,
  group: 'activity',
  question: 'Trụ sở có không cụ thể hoặc ở căn hộ chung cư không?',
  legalBasis: 'khoản 3 Điều 7 Thông tư 91/2026/TT-BTC',
  fact: 'address',
  evaluate: ({ facts: { address } }) =>
    !address.specific || address.apartment ? { specific: address.specific, apartment: address.apartment } : undefined,
  message: ({ apartment }) =>
    apartment ? 'Trụ sở đặt tại căn hộ chung cư.' : 'Địa chỉ trụ sở không cụ thể theo đơn vị hành chính.',
};

const found: Rule<Evidence & { readonly on: string }> = {
  code: 'INSPECTION_FOUND',
  version: 1,
  group: 'activity',
  question: 'Kiểm tra trụ sở có thấy doanh nghiệp hoạt động không (giảm nhẹ)?',
  legalBasis: 'Điều 42 Luật Doanh nghiệp',
  fact: 'premises',
  evaluate: ({ officialStatus: { inspection } }) => (inspection?.found === true ? { on: inspection.on } : undefined),
  message: ({ on }) => `Giảm nhẹ: kiểm tra ngày ${formatDate(on)} thấy doanh nghiệp có hoạt động tại trụ sở.`,
};

const someWord: Need = ({ officialStatus: { tax, legal, inspection } }) =>
  tax !== undefined || legal !== undefined || inspection !== undefined;

/** Where the company is, by the word of the authorities and of inspectors; the latest word holds. */
export const PREMISES_RULES: readonly Rule[] = [
  ...needing(someWord, [remindedTwice, underVerification, notAtAddress, notFound, taxCodeEnding, revoked]),
  addressVague,
  found,
];
