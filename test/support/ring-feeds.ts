import { accounts, code, identities, registrations } from './sample-feeds.ts';

/** Four companies of stolen identities that share a phone and an address within a week, and an honest one apart. */
export const RING = [11, 12, 13, 14].map((serial, n) => ({
  code: code(serial),
  name: `CÔNG TY TNHH VÒNG ${serial}`,
  registeredOn: `1${n}/03/2025`,
  phone: '0977000111',
  address: 'Số 99, đường Điện Biên, Phường Phố Hiến, Tỉnh Hưng Yên',
  person: 'Trần Thị Kẻ Gian',
  born: '01/01/1990',
  document: `0330850002${serial}`,
}));
export const HONEST = {
  code: code(20),
  document: '033085000456',
  phone: '0987654321',
  address: 'Số 7, đường Bạch Đằng, Phường Phố Hiến, Tỉnh Hưng Yên',
};
const [FIRST] = RING;

export const RING_FILES: readonly (readonly [string, string])[] = [
  ['registrations/a.csv', registrations(...RING.slice(0, 3))],
  ['registrations/b.csv', registrations(...RING.slice(3), HONEST)],
  [
    'identities/a.csv',
    identities(
      ...RING.map(({ document }) => `${document},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,`),
      `${HONEST.document},CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,`,
    ),
  ],
  [
    'accounts/a.csv',
    accounts(
      `970436,0001112223,${FIRST?.code},CÔNG TY TNHH MẪU,Lê Thị Kế Toán,033085000789,0912345678,20/03/2025,1`,
      `970418,0009998887,${FIRST?.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,${FIRST?.document},0912345678,20/03/2025,1`,
    ),
  ],
];
