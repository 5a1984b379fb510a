const IN_VIETNAM = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `08:30:05 05/01/2026`, by Vietnam's clock. @param instant ISO */
export const instantText = (instant: string): string => IN_VIETNAM.format(new Date(instant));
