import { accounts, code, identities, registrations } from './sample-feeds.ts';

/** Companies of stolen identities that share a phone and an address within a week. */
export const RING_OF_FIVE = [11, 12, 13, 14, 15].map((serial, n) => ({
  code: code(serial),
  name: `CÔNG TY TNHH VÒNG ${serial}`,
  registeredOn: `1${n}/03/2025`,
  phone: '0977000111',
  address: 'Số 99, đường Điện Biên, Phường Phố Hiến, Tỉnh Hưng Yên',
  person: 'Trần Thị Kẻ Gian',
  born: '01/01/1990',
  document: `0330850002${serial}`,
}));
/** As many of them as may lean on one sender. */
export const RING = RING_OF_FIVE.slice(0, 4);
/** An honest company apart. */
export const HONEST = {
  code: code(20),
  document: '033085000456',
  phone: '0987654321',
  address: 'Số 7, đường Bạch Đằng, Phường Phố Hiến, Tỉnh Hưng Yên',
};
type RingFiles = readonly (readonly [string, string])[];
const filesOf = (ring: typeof RING): RingFiles => [
  ['registrations/a.csv', registrations(...ring.slice(0, 3))],
  ['registrations/b.csv', registrations(...ring.slice(3), HONEST)],
  [
    'identities/a.csv',
    identities(
      ...ring.map(({ document }) => `${document},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,`),
      `${HONEST.document},CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,`,
    ),
  ],
  [
    'accounts/a.csv',
    accounts(
      `970436,0001112223,${ring[0]?.code},CÔNG TY TNHH MẪU,Lê Thị Kế Toán,033085000789,0912345678,20/03/2025,1`,
      `970418,0009998887,${ring[0]?.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,${ring[0]?.document},0912345678,20/03/2025,1`,
    ),
  ],
];

export const RING_FILES = filesOf(RING);
export const FILES_OF_FIVE = filesOf(RING_OF_FIVE);
