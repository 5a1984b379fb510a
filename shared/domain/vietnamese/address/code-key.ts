import { foldMarks } from '../text/fold.ts';

/** A number, a lot or a room as one text: `A2-3`, `A2.3` and `A2/3` are one, `A-2` is `A2`, `05` is `5`. */
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
