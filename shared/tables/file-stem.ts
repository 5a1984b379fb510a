import { withoutEnding } from '#shared/tabular/file-form.ts';

const COPY_MARK = /[\s._-]*(?:\(\d+\)|copy|bản sao|ban sao|sửa|sua|đúng|dung|lại|lai|mới|moi|v\d+)$/iu;

/** A file's name without its ending and copy marks, which is the same for `2025-01 (1).xlsx` and `2025-01.csv`. */
export function fileStem(file: string): string {
  let stem = withoutEnding(file.normalize('NFC'));
  for (let left = 3; left > 0; left -= 1) stem = stem.replace(COPY_MARK, '');
  return stem === '' ? file : stem;
}
