/**
 * The province that this system serves. Everything that is its own stands here, so that another province changes this file alone:
 * its code, its offices' names, and the short names that only its people use.
 */
export const HOME_PROVINCE = {
  /** Code of QĐ 19/2025/QĐ-TTg. */
  code: '33',
  /** As offices write it: `tỉnh Hưng Yên`. */
  title: 'tỉnh Hưng Yên',
  /** Where its papers are signed. */
  seat: 'Hưng Yên',
  /** What only its own people shorten: `TP.TB`, `HY`. */
  shortNames: { hy: 'Hưng Yên', tb: 'Thái Bình' },
  /** Landline code since 2017, without its zero, beside the capital's. */
  landlines: ['221', '227'],
  police: 'Công an tỉnh Hưng Yên',
} as const;
