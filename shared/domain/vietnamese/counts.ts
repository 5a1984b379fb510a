/** A count or a number of days as Vietnamese writes it: `1.234`, `2,5`. */
export const formatCount = (count: number): string => count.toLocaleString('vi-VN');
