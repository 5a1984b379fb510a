import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { Verdict } from '#shared/domain/risk/rules/finding.ts';
import type { Ask, PlannedQuestion } from './question.ts';
import type { Sign } from './signs.ts';

const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  score: 'điểm của các dấu hiệu đã có',
  ties: 'có giá trị chung với doanh nghiệp mang dấu hiệu xấu',
  neighbours: 'liên hệ với doanh nghiệp đang bị gắn cờ hoặc theo dõi',
  links: 'ít liên hệ với doanh nghiệp khác',
  age: 'tuổi của doanh nghiệp',
  head: 'tuổi của người đại diện',
  sales: 'tờ khai thuế không cho thấy bán hàng',
  phones: 'điện thoại của tài khoản do người khác đứng tên',
  receivers: 'chưa rõ các bên nhận tiền',
  accounts: 'số tài khoản đã mở',
  handover: 'đã đổi người đại diện',
  capital: 'chưa có chứng từ góp vốn',
};

/** What an answer says that speaks against the company, and for it. */
const ANSWERS: Readonly<Record<Ask, readonly [against: string, favourable: string]>> = {
  visit: ['không thấy ở trụ sở', 'thấy'],
  account: ['tiền vào rồi ra ngay', 'không có tiền như vậy'],
  tax: ['cơ quan thuế chờ xác minh vì rủi ro', 'trạng thái bình thường'],
  identity: ['số giấy tờ là của người khác', 'đúng người'],
};

const STANDING: Readonly<Record<Verdict, string>> = {
  clear: 'chưa theo dõi',
  watch: 'tiếp tục theo dõi',
  flagged: 'gắn cờ',
};

function turned(from: Verdict, to: Verdict): string {
  if (to === 'clear' && from !== 'clear') return 'bỏ theo dõi';
  if (to === 'watch' && from === 'clear') return 'đưa vào theo dõi';
  return STANDING[to];
}

const DRAWN =
  'Chọn ngẫu nhiên trong mọi doanh nghiệp, không phải nghi vấn; kết quả cho biết cách chọn có bỏ sót không.';

/** Why it is asked and what follows, for the province and the office. A bank never reads it. */
export function reasonOf(question: PlannedQuestion): string {
  if (question.isDrawn) return DRAWN;
  const { ask, verdict, ifAgainst, ifFor, signs, settles, inSpiteOf } = question;
  const because = settles
    ? 'sẽ bị gắn cờ nếu không chỉ dựa vào lời của một nơi gửi'
    : signs.map((sign) => SIGN_WORDS[sign]).join(', ') || 'câu trả lời có thể đổi kết quả';
  const [against, favourable] = ANSWERS[ask];
  const again =
    inSpiteOf === undefined
      ? ''
      : ` Năm nay đã kiểm tra ngày ${formatDate(inSpiteOf)}, nhưng từ đó đã có dấu hiệu rõ (Điều 4 Nghị quyết 198/2025/QH15).`;
  return `Hỏi vì ${because}; nếu ${against} thì ${turned(verdict, ifAgainst)}, nếu ${favourable} thì ${turned(verdict, ifFor)}.${again}`;
}

/** The question as the party reads it: the same for every company, so that it tells nothing about why it is asked. */
export function questionText({ ask, account }: Pick<PlannedQuestion, 'ask' | 'account'>): string {
  if (ask === 'account')
    return `Đề nghị cho biết tài khoản ${account?.masked ?? ''} còn mở không, và tổng tiền vào, tiền ra, số giao dịch từng tháng từ khi mở.`;
  if (ask === 'visit') return 'Kiểm tra doanh nghiệp có hoạt động tại trụ sở đã đăng ký không.';
  if (ask === 'tax') return 'Đề nghị cho biết trạng thái mã số thuế và tình hình hóa đơn của doanh nghiệp.';
  return 'Đề nghị đối chiếu lại giấy tờ của người đại diện theo pháp luật.';
}
