import { code } from './sample-feeds.ts';

const company = (n: number, commune: string) => ({
  code: code(100 + n),
  document: `033085${String(n).padStart(6, '0')}`,
  phone: `09${String(10_000_000 + n)}`,
  address: `Số ${n}, đường Lê Lợi, ${commune}, Tỉnh Hưng Yên`,
});

/** Companies of a tax office that is to send rows. */
export const OF_SENDING_OFFICE = Array.from({ length: 24 }, (_, n) => company(n, 'Phường Phố Hiến'));
/** Companies of a tax office that is to send nothing. */
export const OF_SILENT_OFFICE = Array.from({ length: 12 }, (_, n) => company(40 + n, 'Phường Trần Lãm'));
export const EVERYONE = [...OF_SENDING_OFFICE, ...OF_SILENT_OFFICE];
