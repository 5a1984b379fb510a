/**
 * The second names of estates and new towns, in the form of the key, beside the names by which they are known. Ecopark
 * is `Khu đô thị thương mại và du lịch Văn Giang` in the address of its developer (ecopark.com.vn). KCN An Đồn is where
 * the developer Massda built KCN Đà Nẵng, in the former ward An Hải Bắc (cafeland.vn, industrial zones of Đà Nẵng).
 */
const SECOND_NAMES: ReadonlyMap<string, string> = new Map([
  ['kdt thuong mai va du lich van giang', 'kdt ecopark'],
  ['kdt thuong mai du lich van giang', 'kdt ecopark'],
  ['kcn an don', 'kcn da nang'],
]);

/** The name by which an estate or a new town is known, of its name in the form of the key. */
export const knownNameOf = (estate: string): string => SECOND_NAMES.get(estate) ?? estate;
