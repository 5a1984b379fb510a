import type { Known } from './shown.ts';
import type { World } from './world.ts';
import type { Company } from './company.ts';

/** What the rows say of each figure of a sentence, by the name of the figure. */
export type Right = Readonly<Record<string, Known | readonly string[]>>;

export type Said = Readonly<Record<string, string>>;

/** A class of sentences: how they read, and what the rows say of their figures. A figure that is missing in `right` is not checked. */
export interface SentenceClass {
  readonly name: string;
  readonly form: RegExp;
  readonly right: (said: Said, company: Company, world: World) => Right;
}

export const form = (text: string) =>
  new RegExp(`^(?:Dấu hiệu nặng nhất: )?(?:Giảm nhẹ: |Liên hệ thứ hai: )?${text}$`, 'u');

export const is = (name: string, text: string, right: SentenceClass['right']): SentenceClass => ({
  name,
  form: form(text),
  right,
});
