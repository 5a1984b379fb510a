/**
 * The province that this system serves. Everything that is its own stands here, so that another province changes this file alone:
 * its code, its offices' names, and the short names that only its people use.
 */
export const HOME_PROVINCE = {
  /** Code of QĐ 19/2025/QĐ-TTg. */
  code: '33',
  name: 'Hưng Yên',
  /** The provinces that it was made of on 01/07/2025. */
  formerly: ['Hưng Yên', 'Thái Bình'],
  /** How many communes and wards it has. */
  communes: 104,
  /** In the source of the events that receivers get. */
  source: 'urn:haukiem:hung-yen',
  /** How the types of these events begin. */
  events: 'vn.gov.hungyen.haukiem',
  /** Short forms that only its own people use: `TP.TB`, `HY`. */
  shortNames: { hy: 'Hưng Yên', tb: 'Thái Bình' },
  /**
   * Its landline codes before 2017 and since. The old code of Thái Bình (036) is left out: it is a mobile prefix today and stays one.
   */
  landlines: { '0321': '0221' },
  police: 'Công an tỉnh Hưng Yên',
  /** Who issues its papers, and where: letterhead, place, symbol (NĐ 30/2020/NĐ-CP, Annex I). */
  issuer: {
    over: 'UBND TỈNH HƯNG YÊN',
    name: 'SỞ TÀI CHÍNH',
    symbol: 'STC-ĐKKD',
    place: 'Hưng Yên',
  },
} as const;
