import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import type { Assessment } from '../rules/finding.ts';
import type { Office, Sender } from './sender.ts';

const NAMES: Readonly<Record<Office, string>> = {
  registry: 'cơ quan đăng ký kinh doanh',
  police: 'cơ quan Công an',
  tax: 'cơ quan thuế',
  insurance: 'cơ quan bảo hiểm xã hội',
  inspector: 'đoàn kiểm tra trụ sở',
  carriers: 'doanh nghiệp viễn thông',
};

export const nameOfSender = (sender: Sender): string =>
  Object.entries(NAMES).find(([office]) => office === sender)?.[1] ?? bankNameOf(sender);

/** On whose word alone an assessment rests, as one Vietnamese sentence; undefined where it rests on nobody's alone. */
export function leaningSentence({
  verdict,
  leansOn = [],
  isAlone,
  isDoubted,
  heldDownBy = [],
}: Omit<Assessment, 'findings' | 'score'>): string | undefined {
  if (heldDownBy.length > 0)
    return `Vẫn theo dõi: chỉ dữ liệu có lợi của ${named(heldDownBy)} làm giảm dấu hiệu; dữ liệu ấy cần được xác minh.`;
  if (leansOn.length === 0) return undefined;
  if (isAlone)
    return `Chỉ theo dõi: dấu hiệu dựa vào dữ liệu của riêng ${named(leansOn)}, chưa có nơi gửi thứ hai xác nhận.`;
  if (isDoubted)
    return `Chỉ theo dõi: dấu hiệu dựa vào dữ liệu của riêng ${named(leansOn)}, và số doanh nghiệp như vậy chưa được đếm hoặc nhiều hơn thường lệ; cần người xem tệp của nơi gửi ấy.`;
  return verdict === 'flagged'
    ? `Kết quả dựa vào dữ liệu của riêng ${named(leansOn)}: thiếu dữ liệu ấy, các dấu hiệu khác chưa đủ để cảnh báo.`
    : `Theo dõi dựa vào dữ liệu của riêng ${named(leansOn)}.`;
}

const named = (senders: readonly Sender[]): string => senders.map(nameOfSender).join('; hoặc của riêng ');
