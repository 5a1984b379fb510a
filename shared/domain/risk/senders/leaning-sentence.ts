import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import type { Assessment } from '../rules/finding.ts';
import type { DoubtedSender } from './counts-alone.ts';
import type { Saying } from './unusual.ts';
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

const DOUBTS: Readonly<Record<Saying | 'leans', string>> = {
  leans: 'doanh nghiệp chỉ dựa vào dữ liệu của riêng nơi gửi này; dữ liệu ấy chưa cảnh báo ai một mình',
  'told-twice': 'doanh nghiệp có dòng nói khác dòng trước của chính nơi gửi này về cùng một việc',
  favours: 'doanh nghiệp bị nơi khác nghi ngờ được dữ liệu của nơi gửi này nói có lợi',
  invents: 'doanh nghiệp chỉ có trong đăng ký và dùng chung thông tin với doanh nghiệp có dấu hiệu',
  'by-code': 'doanh nghiệp có tài khoản chỉ khớp mã số, không có chủ, người đại diện hay dòng tiền',
  idle: 'doanh nghiệp có tài khoản không có dòng tiền nào',
};

/** What is unusual about a sender's rows, without its name and its number of companies. */
export const doubtOf = ({ because }: Pick<DoubtedSender, 'because'>): string => DOUBTS[because ?? 'leans'];

/** The same as one line of a summary. */
export const doubtSentence = ({ sender, count, because }: DoubtedSender): string =>
  `${nameOfSender(sender)}: ${formatCount(count)} ${doubtOf({ because })}. Nhiều hơn thường lệ, cần người xem tệp.`;

const named = (senders: readonly Sender[]): string => senders.map(nameOfSender).join('; hoặc của riêng ');
