import { basesOn } from '#shared/domain/risk/rules/law-in-force.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { LEGAL_CLOCKS } from '#shared/domain/vietnamese/legal-clocks.ts';

/** A household business has the 12 digits of its owner, and other articles than an enterprise. */
const isHousehold = (enterpriseCode: string): boolean => /^\d{12}$/u.test(enterpriseCode);

/** Until when an enterprise answers the registration office's letter; no such article binds a household business. */
export const answeredUntil = (enterpriseCode: string): string =>
  isHousehold(enterpriseCode)
    ? ''
    : `, trả lời trong ${LEGAL_CLOCKS.companyReport.count} ngày kể từ ngày nhận công văn (thời hạn do công văn đặt; điểm c khoản 1 Điều 216 Luật Doanh nghiệp)`;

/** The articles under which data of a registration are brought up to date, or a slip in them is mended, on the day of the task. */
export function updatedUnder(enterpriseCode: string, on: IsoDate): string {
  const articles = isHousehold(enterpriseCode) ? 'Điều 101; lỗi ghi: Điều 115' : 'Điều 57; lỗi ghi: Điều 77';
  return `(${basesOn([`${articles} Nghị định 168/2025/NĐ-CP`], on).join('; ')})`;
}

/** The term of a task for which no law sets one. */
export const OFFICE_TERM = ` Luật không đặt thời hạn cho việc này; theo quy chế phối hợp, cơ quan đăng ký kinh doanh xử lý trong ${LEGAL_CLOCKS.officeTask.count} ngày làm việc kể từ ngày giao việc.`;

/** What the office does about a value that was mended when its row was read. */
export const MENDED = ` Đề nghị đối chiếu với hồ sơ gốc, nếu sửa sai thì gửi lại dòng đúng.${OFFICE_TERM}`;
