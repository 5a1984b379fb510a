import { homeTerritory } from '#shared/domain/vietnamese/address/gazetteer.ts';
import { SPLIT_COMMUNE } from '../figures/territory.ts';

/** The commune's name by today's list. Other cases are outside the province, or their address has no commune. */
export function communeName(code: string): string {
  if (code === '') return 'Địa chỉ chưa rõ xã, phường';
  if (code === SPLIT_COMMUNE) return 'Xã cũ chia về nhiều xã (chưa xác định)';
  const [commune] = homeTerritory().communesOf(new Set([code]));
  return commune ? `${commune.kind} ${commune.name}` : 'Ngoài tỉnh hoặc không có trong danh mục';
}
