import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { addWorkingDays, isWorkingDay } from '#shared/domain/vietnamese/due-days.ts';
import type { MailChoice, MailKind } from '#shared/tables/mail-choices.ts';
import { type Work, WORK_NAMES } from './waiting-work.ts';

/** The hours of the morning in which a mail of the day is sent (Asia/Ho_Chi_Minh, UTC+7). */
const MORNING = { from: 7, until: 10 };
const HOURS_FROM_UTC = 7;
/** Work runs out soon where its last day is not after the next working day. */
const SOON_DAYS = 1;

const SUBJECTS: Readonly<Record<MailKind, string>> = {
  due: 'Hậu kiểm: có việc sắp hết hạn',
  new: 'Hậu kiểm: có việc mới',
  waiting: 'Hậu kiểm: việc đang chờ',
};
const WORDS: Readonly<Record<MailKind, string>> = { new: 'mới', due: 'sắp hết hạn hoặc quá hạn', waiting: 'đang chờ' };

interface Moment {
  readonly now: Date;
  /** The rules' day, by which deadlines are counted. */
  readonly today: IsoDate;
}

/** The morning's day where it is one on which people work and the person had no mail of the day yet. */
export function morningOf({ toldOn }: MailChoice, now: Date): IsoDate | undefined {
  const day = dayInVietnam(now);
  const hour = (now.getUTCHours() + HOURS_FROM_UTC) % 24;
  return hour >= MORNING.from && hour < MORNING.until && isWorkingDay(day) && toldOn !== day ? day : undefined;
}

/**
 * What a mail tells a person: numbers of works by kind, and nothing of what they are about. Undefined where there is
 * nothing of what the person wants to know.
 */
export function composeMail(
  choice: MailChoice,
  work: readonly Work[],
  { now, today }: Moment,
  origin: string,
): { readonly subject: string; readonly text: string; readonly stopAt: string } | undefined {
  const { subject, toldUntil, stopKey } = choice;
  const isMorning = morningOf(choice, now) !== undefined;
  const soon = addWorkingDays(today, SOON_DAYS);
  const own = work.filter(({ to = subject, notFor = [] }) => to === subject && !notFor.includes(subject));
  const tells: Readonly<Record<MailKind, (one: Work) => boolean>> = {
    due: ({ dueOn }) => isMorning && dueOn !== undefined && dueOn <= soon,
    new: ({ since }) => since > toldUntil,
    waiting: () => isMorning,
  };
  const wanted = (['due', 'new', 'waiting'] as const).filter((kind) => choice.wants.includes(kind));
  const told = wanted.filter((kind) => own.some(tells[kind]));
  const [first] = told;
  if (first === undefined) return undefined;
  const lines = Object.entries(Object.groupBy(own, ({ kind }) => WORK_NAMES[kind])).flatMap(([name, some]) => {
    const counts = told.map((kind) => [some.filter(tells[kind]).length, WORDS[kind]] as const);
    const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`);
    return said.length > 0 ? [`- ${name}: ${said.join(', ')}`] : [];
  });
  const stopAt = `${origin}/mail/stop?key=${encodeURIComponent(`${subject}.${stopKey}`)}`;
  return {
    subject: SUBJECTS[first],
    text: [...OPENING, ...lines, '', `Mở bàn làm việc: ${origin}/`, '', ...CLOSING, stopAt, ''].join('\n'),
    stopAt,
  };
}

const OPENING = ['Bàn làm việc Hậu kiểm có việc cho bạn:', ''];
const CLOSING = [
  'Thư tự động, không có dữ liệu của vụ việc; xin đừng trả lời thư này.',
  'Chọn lại thư muốn nhận: mục “Thư báo” ở bàn làm việc. Thôi nhận thư, không cần đăng nhập:',
];
