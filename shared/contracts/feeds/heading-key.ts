import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';

/** Reduces a heading to its letters and digits without marks and case: `“Mã số doanh nghiệp (*)”` becomes `masodoanhnghiep`. */
export function headingKey(text: string): string {
  return foldMarks(text).replace(/[^a-z0-9]+/gu, '');
}
