import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { PlannedQuestion } from '#shared/domain/plan/question.ts';
import type { hitRates, QuestionState, Settled, Stray } from '#shared/domain/plan/settle.ts';
import { questionText, reasonOf } from '#shared/domain/plan/wording.ts';
import { type TextSheet, writeWorkbook } from '#shared/tabular/xlsx/write-workbook.ts';

/** What the plan's readers know of a company beside its code. */
export interface PlannedCompany {
  readonly name: string;
  readonly communeName: string;
}

type CompanyOf = (enterpriseCode: string) => PlannedCompany | undefined;

const column = (heading: string, width: number) => ({ heading, width });

/** The headings of the feed of activities, so that the filled-in sheet can be sent as such a file. */
const VISITS = [
  column('Xã, phường', 20),
  column('Mã số doanh nghiệp', 16),
  column('Tên doanh nghiệp', 40),
  column('Loại tín hiệu', 20),
  column('Ngày', 12),
  column('Giá trị', 20),
  column('Lý do', 70),
  column('Trả lời chậm nhất', 14),
];
const OFFICES = [
  column('Mã số doanh nghiệp', 16),
  column('Tên doanh nghiệp', 40),
  column('Câu hỏi', 60),
  column('Lý do', 70),
  column('Trả lời chậm nhất', 14),
];
/** A bank's sheet says nothing about why it is asked, and nothing of what others said. */
const OF_A_BANK = [
  column('Mã số doanh nghiệp', 16),
  column('Tài khoản', 16),
  column('Câu hỏi', 70),
  column('Trả lời chậm nhất', 14),
];

/** What earlier questions found. */
export interface FoundBefore extends Settled {
  readonly rates: ReturnType<typeof hitRates>;
  readonly unflagged: number;
  readonly unflaggedAsked: number;
}

/**
 * Writes a week's plan as a workbook: the visits by commune, then the sheet of each office and of each bank, and what
 * earlier questions found.
 */
export function planBook(
  plan: readonly PlannedQuestion[],
  companyOf: CompanyOf,
  before: FoundBefore | undefined,
): Uint8Array {
  const byParty = Map.groupBy(plan, ({ party }) => party);
  const banks = [...byParty.keys()].filter((party) => !(party in OFFICE_NAMES)).sort();
  return writeWorkbook([
    visitsSheet(byParty.get('inspector') ?? [], companyOf),
    ...(['tax', 'police'] as const).flatMap((office) => {
      const asked = byParty.get(office) ?? [];
      return asked.length === 0 ? [] : [officeSheet(OFFICE_NAMES[office], asked, companyOf)];
    }),
    ...banks.map((bank) => bankSheet(bank, byParty.get(bank) ?? [])),
    ...(before ? [foundSheet(before)] : []),
  ]);
}

const OFFICE_NAMES = { inspector: 'Kiểm tra trụ sở', tax: 'Cơ quan thuế', police: 'Công an tỉnh' } as const;

const visitsSheet = (visits: readonly PlannedQuestion[], companyOf: CompanyOf): TextSheet => ({
  name: OFFICE_NAMES.inspector,
  columns: VISITS,
  rows: inVisitingOrder(visits, companyOf).map((question) => {
    const { name = '', communeName = '' } = companyOf(question.enterpriseCode) ?? {};
    const { enterpriseCode, dueOn } = question;
    return [communeName, enterpriseCode, name, 'KIEM_TRA_TRU_SO', '', '', reasonOf(question), formatDate(dueOn)];
  }),
});

/** By commune, so that the companies of one are visited on one way, and in it by code. */
function inVisitingOrder(visits: readonly PlannedQuestion[], companyOf: CompanyOf): PlannedQuestion[] {
  const orderOf = ({ enterpriseCode }: PlannedQuestion) =>
    `${companyOf(enterpriseCode)?.communeName ?? ''}\n${enterpriseCode}`;
  return visits.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b), 'vi'));
}

const officeSheet = (name: string, asked: readonly PlannedQuestion[], companyOf: CompanyOf): TextSheet => ({
  name,
  columns: OFFICES,
  rows: asked.map((question) => [
    question.enterpriseCode,
    companyOf(question.enterpriseCode)?.name ?? '',
    questionText(question),
    reasonOf(question),
    formatDate(question.dueOn),
  ]),
});

const STATES: Readonly<Record<QuestionState, string>> = {
  open: 'đang chờ trả lời',
  answered: 'đã trả lời',
  expired: 'hết hạn, không trả lời',
};
const STRAYS: Readonly<Record<Stray, string>> = {
  'not-asked': 'không hỏi mà trả lời',
  'another-party': 'nơi khác trả lời',
  late: 'trả lời sau hạn',
  again: 'trả lời lần nữa',
};

function foundSheet({ questions, strays, rates, unflagged, unflaggedAsked }: FoundBefore): TextSheet {
  const states = Object.entries(STATES).map(([state, words]) => [
    `Câu hỏi ${words}`,
    String(questions.filter((one) => one.state === state).length),
  ]);
  const others = Object.entries(STRAYS).map(([why, words]) => [
    `Câu trả lời: ${words} (vẫn giữ làm dữ kiện, không tính cho câu hỏi nào)`,
    String(strays.filter((one) => one.why === why).length),
  ]);
  const rateOf = ({ made, hits }: (typeof rates)['chosen']) => `${hits} trên ${made}`;
  return {
    name: 'Kết quả các tuần trước',
    columns: [column('Nội dung', 70), column('Số', 20)],
    rows: [
      ...states,
      ['Kiểm tra theo lựa chọn: không thấy ở trụ sở', rateOf(rates.chosen)],
      ['Kiểm tra ngẫu nhiên: không thấy ở trụ sở', rateOf(rates.drawn)],
      ...others,
      ['Doanh nghiệp không bị gắn cờ mà đã bị hỏi', `${unflaggedAsked} trên ${unflagged}`],
    ],
  };
}

const bankSheet = (bank: string, asked: readonly PlannedQuestion[]): TextSheet => ({
  name: bankNameOf(bank) === bank ? bank : `${bank} ${bankNameOf(bank)}`,
  columns: OF_A_BANK,
  rows: asked
    .map((question) => [
      question.enterpriseCode,
      question.account?.masked ?? '',
      questionText(question),
      formatDate(question.dueOn),
    ])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
});
