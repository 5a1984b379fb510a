import * as z from 'zod';
import { droppedFiles, FileArrived } from '#shared/contracts/file-arrived.ts';
import type { DISCARD_REASONS } from '#shared/contracts/operator-task.ts';
import { namedQueues } from '#shared/contracts/queues.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import type { DeskRole } from '#shared/domain/notification/desk-role.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';

/** The operator's name of a queue. The longest matching name decides, because `due-deliveries` contains `deliveries` too. */
export const queueLabel = (queue: string): string =>
  namedQueues()
    .filter(([name]) => queue.includes(name))
    .toSorted(([a], [b]) => b.length - a.length)[0]?.[1].label ?? queue;

const GROUPS: Readonly<Record<string, string>> = {
  office: 'Cơ quan đăng ký kinh doanh',
  police: 'Công an tỉnh',
  province: 'Văn phòng UBND tỉnh',
  operator: 'Người vận hành',
};

/** The operator's name of a group; a bank's is the bank. */
export const groupLabel = (role: DeskRole): string => GROUPS[role] ?? bankNameOf(bankOf(role) ?? role);

const REASONS: Readonly<Record<string, string>> = {
  message_unreadable: 'thông điệp không đúng mẫu: triển khai bản đọc được rồi gửi lại',
  object_gone: 'tệp không còn trong hộp thư: gửi tệp lại; thông điệp này không còn đọc được',
  manifest_gone: 'bản ghi tệp nói về ai không còn: gửi tệp lại',
  item_too_large: 'doanh nghiệp có quá nhiều người: phòng đăng ký gửi lại một tệp gọn hơn',
  police_service_refused: 'dịch vụ đối chiếu của công an từ chối câu hỏi',
  notice_unknown: 'thiếu thông báo trong bảng: khôi phục bảng',
  notice_unreadable: 'thông báo trong bảng bị hỏng: sửa bản ghi',
  reply_unknown: 'thiếu phản hồi trong bảng: khôi phục bảng',
  decision_without_basis: 'quyết định thiếu căn cứ: đề nghị công an quyết định lại',
  chain_too_long: 'thông điệp quay lại hàng đợi quá nhiều lần: gửi lại, nếu lặp lại thì tìm nguyên nhân',
};

/**
 * The reason why a message was parked, and what to do first. @param why the code, with fields and their faults after a
 * colon where there are any
 */
export const reasonLabel = (why: string): string => {
  const [code = '', detail = ''] = why.split(': ');
  const fields = detail.split(' ').flatMap((one) => one.split(':')[0] || []);
  const label = REASONS[code] ?? code;
  return fields.length === 0 ? label : `${label} (phần ${fields.join(', ')})`;
};

export const DISCARD_LABELS: Readonly<Record<(typeof DISCARD_REASONS)[number], string>> = {
  sent_otherwise: 'đã gửi lại theo đường khác',
  not_needed: 'không còn cần',
  unreadable: 'không đọc được, không sửa được',
};

/** What a message between steps may name. */
const Named = z.object({ enterpriseCode: z.string().optional(), receiver: z.string().optional() });

/** The company, receiver or files that a parked message is about. The code of a household business may be a personal number. */
export function subjectOf(body: string): string {
  const message = parseJson(body);
  const { enterpriseCode, receiver } = Named.safeParse(message).data ?? {};
  const arrived = FileArrived.safeParse(message).data;
  return [
    enterpriseCode && `doanh nghiệp ${enterpriseCode.length === 12 ? maskNumber(enterpriseCode) : enterpriseCode}`,
    receiver && `nơi nhận ${bankNameOf(receiver.replace('bank#', ''))}`,
    ...(arrived ? droppedFiles(arrived).map(({ key }) => `tệp ${key}`) : []),
  ]
    .filter((named) => named !== undefined)
    .join('; ');
}
