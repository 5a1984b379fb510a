import { foldMarks } from '../text/fold.ts';

/** The key of a number, lot or room: `A2-3`, `A2.3` and `A2/3` are the same, `A-2` is `A2`, and `05` is `5`. */
export function codeKey(text: string): string {
  return withoutZeros(
    foldMarks(text)
      .replaceAll(/[\s,]/g, '')
      .replaceAll(/(?<=[a-z])[-./](?=\d)/g, '')
      .replaceAll(/[-/]/g, '.'),
  );
}

export function withoutZeros(text: string): string {
  return text.replaceAll(/(?<!\d)0+(?=\d)/g, '');
}
