import { NOTICE_STATES } from '#shared/domain/notification/states.ts';
import * as z from 'zod';
import { invisibleLetters } from '#shared/domain/vietnamese/text/unicode-safety.ts';
import { inertText } from '#shared/tabular/csv/inert-text.ts';
import { NOTICE_SUBJECTS, NOTICE_PURPOSES, NOTICE_READERS } from '#shared/domain/notification/notice/scope.ts';

/** Parts of a notice that feed, webhook and replies have in common. */
export const NoticeStateSchema = z.enum(NOTICE_STATES);

const short = z.string().max(100);

/** The scope of a notice (phạm vi): whom it concerns, its only permitted use, and who inside the receiver may see it. */
export const NoticeScopeSchema = z.object({
  concerns: z.enum(NOTICE_SUBJECTS),
  purpose: z.enum(NOTICE_PURPOSES),
  readers: z.enum(NOTICE_READERS),
  legalBasis: z.array(short).max(5).readonly(),
});

/** A printable text without line breaks, because it becomes part of a sentence that a bank reads. */
const inASentence = z
  .string()
  .trim()
  .min(1)
  .max(100)
  // The classes are written out, because readers of the API's description compile it without the flag `u`
  .regex(
    /^[ -~\u00A1-\u00AC\u00AE-\u167F\u1681-\u1FFF\u2010-\u2027\u2030-\u205E\u2070-\u2FFF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFEFE\uFF00-\uFFEF]+$/u,
  );

/**
 * A text that the police write. It may contain no invisible characters, no formula (a bank may open it in a
 * spreadsheet) and no number of a person.
 */
const written = inASentence
  .refine((text) => invisibleLetters(text).length === 0, 'a letter that nobody sees')
  .refine((text) => text === inertText(text), 'it begins a formula')
  .refine((text) => !/(?:\p{Nd}[ .-]?){9}/u.test(text), 'it holds a long number');

/** A competent authority's written decision. Only a text with such a decision may mention blocking. */
export const AuthorityDecisionSchema = z.strictObject({
  number: inASentence,
  date: z.iso.date(),
  authority: inASentence,
});
/** The authority's name as the police give it, or the police where they name none. */
export const NamedDecisionSchema = z.strictObject({
  number: written,
  date: z.iso.date(),
  authority: written.optional(),
});
