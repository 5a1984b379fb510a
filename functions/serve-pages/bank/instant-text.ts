const IN_VIETNAM = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Writes an instant by Vietnam's clock, such as `08:30:05 05/01/2026`. @param instant ISO */
export const instantText = (instant: string): string => IN_VIETNAM.format(new Date(instant));
