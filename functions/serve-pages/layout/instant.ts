import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';

const CLOCK = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Writes an instant by Vietnam's clock, such as `08:05 ngày 31/12/2025`. @param instant ISO */
export function formatInstant(instant: string): string {
  const at = new Date(instant);
  return `${CLOCK.format(at)} ngày ${formatDate(dayInVietnam(at))}`;
}
