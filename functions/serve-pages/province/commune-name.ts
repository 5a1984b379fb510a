import { homeTerritory } from '#shared/domain/vietnamese/address/gazetteer.ts';
import { SPLIT_COMMUNE } from '#shared/domain/outcomes/figures/territory.ts';

/** The name of a commune of the province by its present code. */
export function communeName(code: string): string {
  if (code === SPLIT_COMMUNE) return 'Xã, phường cũ đã chia cho nhiều nơi';
  if (code === '') return 'Chưa rõ xã, phường';
  const [commune] = homeTerritory().communesOf(new Set([code]));
  return commune ? `${commune.kind} ${commune.name}` : 'Ngoài tỉnh hoặc không có trong danh mục';
}
