/**
 * The province that this system serves. This file has everything about it, so that another province changes only this
 * file: its code, its offices' names, and the short names that only its people use.
 */
export const HOME_PROVINCE = {
  /** The province's code by QĐ 19/2025/QĐ-TTg. */
  code: '33',
  name: 'Hưng Yên',
  /** The provinces from which it was formed on 01/07/2025. */
  formerly: ['Hưng Yên', 'Thái Bình'],
  /** The number of its communes and wards. */
  communes: 104,
  /** The province's name in the `source` of the events that receivers get. */
  source: 'urn:haukiem:hung-yen',
  /** The prefix of the types of these events. */
  events: 'vn.gov.hungyen.haukiem',
  /** Short forms that only its own people use, such as `TP.TB` or `HY`. */
  shortNames: { hy: 'Hưng Yên', tb: 'Thái Bình' },
  /**
   * The landline codes before 2017 and since. The old code of Thái Bình (036) is left out, because it is a mobile
   * prefix today.
   */
  landlines: { '0321': '0221' },
  police: 'Công an tỉnh Hưng Yên',
  /** The issuer of its papers for the letterhead, with place and symbol (NĐ 30/2020/NĐ-CP, Annex I). */
  issuer: {
    /** The position of its head, who signs. */
    signedBy: 'GIÁM ĐỐC',
    over: 'UBND TỈNH HƯNG YÊN',
    name: 'SỞ TÀI CHÍNH',
    symbol: 'STC-ĐKKD',
    place: 'Hưng Yên',
  },
} as const;
