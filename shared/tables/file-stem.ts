const ENDINGS = /(?:\.(?:csv|xlsx?|xlsm|ods|jsonl|gz))+$/iu;
const COPY_MARK = /[\s._-]*(?:\(\d+\)|copy|bản sao|ban sao|sửa|sua|đúng|dung|lại|lai|mới|moi|v\d+)$/iu;

/** A file's name without its ending and copy marks, which is the same for `2025-01 (1).xlsx` and `2025-01.csv`. */
export function fileStem(file: string): string {
  let stem = file.normalize('NFC').replace(ENDINGS, '');
  for (let left = 3; left > 0; left -= 1) stem = stem.replace(COPY_MARK, '');
  return stem === '' ? file : stem;
}
