/** A note beside a name that distinguishes two people of that name: `(1975)`, `(A)`, `(2)`. */
export interface Distinction {
  readonly birthYear: string | undefined;
  readonly mark: string | undefined;
}

const MAY_HAVE_ONE = /[\d([{]/u;
const BIRTH_YEAR = /(?<!\d)(?:19\d\d|20[01]\d)(?!\d)/u;
const MARK = /[([{]\s*(\p{L}|\d{1,3})\s*[)\]}]/u;

export function distinctionIn(text: string): Distinction | undefined {
  if (!MAY_HAVE_ONE.test(text)) return undefined;
  const birthYear = BIRTH_YEAR.exec(text)?.[0];
  const mark = MARK.exec(text)?.[1]?.toLowerCase();
  return birthYear === undefined && mark === undefined ? undefined : { birthYear, mark };
}

/** Whether both names have a note of one kind and the notes differ. */
export function distinctionsDiffer(one: Distinction | undefined, other: Distinction | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return differ(one.birthYear, other.birthYear) || differ(one.mark, other.mark);
}

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;
