/** Since when the list of communes holds by whose codes addresses are read (NQ 202/2025/QH15, QĐ 19/2025/QĐ-TTg). */
export const COMMUNES_SINCE = '2025-07-01';
