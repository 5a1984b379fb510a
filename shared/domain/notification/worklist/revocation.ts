import type { ForgedDossier, Forgery } from '#shared/domain/risk/decision.ts';
import { addDays, dayInVietnam, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { clockStatusOf, dueOn } from '#shared/domain/vietnamese/due-days.ts';
import { LEGAL_CLOCKS } from '#shared/domain/vietnamese/legal-clocks.ts';
import type { Addressee, Letter } from './post-check-letter.ts';
import type { WorklistEntry } from './worklist-entry.ts';

const BASIS = 'điểm a khoản 1 Điều 212 Luật Doanh nghiệp; Điều 68, 69 Nghị định 168/2025/NĐ-CP';
const TERM = `${String(LEGAL_CLOCKS.revocationDecision.count).padStart(2, '0')} ngày làm việc`;

/** What the police found forged, and what the office has to decide then. A forged change leaves the dossier before it in force. */
const FOUND: Readonly<Record<ForgedDossier, { readonly what: string; readonly decide: string }>> = {
  founding: {
    what: 'nội dung kê khai trong hồ sơ đăng ký thành lập doanh nghiệp là giả mạo',
    decide: 'thu hồi Giấy chứng nhận đăng ký doanh nghiệp',
  },
  change: {
    what: 'nội dung kê khai trong hồ sơ đăng ký thay đổi là giả mạo',
    decide: 'hủy bỏ nội dung đăng ký thay đổi, khôi phục nội dung theo hồ sơ hợp lệ gần nhất',
  },
};

/** The office's task after the police's written answer that a dossier is forged, with the last day of its term. */
export function revocationWorklist(forgery: Forgery | undefined): WorklistEntry[] {
  if (!forgery) return [];
  const { dossier, document, receivedOn } = forgery;
  const { what, decide } = FOUND[dossier];
  const answered = `${document.number} ngày ${formatDate(document.date)}`;
  const until = formatDate(dueOn('revocationDecision', receivedOn));
  return [
    {
      kind: 'revocation',
      field: 'revocation',
      current: answered,
      proposed: '',
      why: `Văn bản số ${answered} của ${document.authority} xác định ${what}. Đề nghị thông báo hành vi vi phạm và quyết định ${decide} chậm nhất ngày ${until} (${TERM} kể từ ngày nhận văn bản; ${BASIS}).`,
    },
  ];
}

/** The status of the office's term to decide on a forged dossier. @param decidedAt the instant at which it settled the task */
export function revocationClock(forgery: Forgery | undefined, decidedAt: string | undefined, asOf: IsoDate) {
  const decidedOn = decidedAt === undefined ? undefined : dayInVietnam(new Date(decidedAt));
  return forgery && clockStatusOf(dueOn('revocationDecision', forgery.receivedOn), decidedOn, asOf);
}

/** The day from which the term is over. */
export const revocationDays = (forgery: Forgery | undefined): readonly IsoDate[] =>
  forgery ? [addDays(dueOn('revocationDecision', forgery.receivedOn), 1)] : [];

/** The draft of the decision that ends the task. The person who signs it may change it. */
export function revocationDraft(company: Addressee, { dossier, document }: Forgery): Letter {
  const { what, decide } = FOUND[dossier];
  const { enterpriseCode, name, headOfficeAddress, registeredOn } = company;
  const decided = `${decide.slice(0, 1).toLocaleUpperCase('vi')}${decide.slice(1)}`;
  const of = `${name}, mã số doanh nghiệp ${enterpriseCode}, đăng ký ngày ${formatDate(registeredOn)}, trụ sở chính: ${headOfficeAddress}`;
  return {
    title: 'QUYẾT ĐỊNH',
    about: decided,
    addressee: 'TRƯỞNG PHÒNG ĐĂNG KÝ KINH DOANH',
    legalBases: [
      'Luật Doanh nghiệp ngày 17 tháng 6 năm 2020, đã được sửa đổi, bổ sung năm 2025 (điểm a khoản 1 Điều 212)',
      'Nghị định số 168/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ về đăng ký doanh nghiệp (Điều 68, 69)',
      `văn bản số ${document.number} ngày ${formatDate(document.date)} của ${document.authority} xác định ${what}`,
    ],
    opening: 'QUYẾT ĐỊNH:',
    grounds: `Điều 1. ${decided} của doanh nghiệp: ${of}.`,
    asked: `Điều 2. Hành vi vi phạm: ${what}.`,
    points:
      dossier === 'founding'
        ? [
            'Điều 3. Doanh nghiệp thực hiện thủ tục giải thể theo Điều 209 Luật Doanh nghiệp; việc thu hồi được ghi và đăng trên Hệ thống thông tin quốc gia về đăng ký doanh nghiệp.',
          ]
        : ['Điều 3. Nội dung khôi phục được ghi và đăng trên Hệ thống thông tin quốc gia về đăng ký doanh nghiệp.'],
    closing: ['Điều 4. Quyết định này có hiệu lực kể từ ngày ký.'],
    receivers: [name, document.authority, 'Cơ quan thuế quản lý trực tiếp', 'Lưu: VT, ĐKKD'],
  };
}
