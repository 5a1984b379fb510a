import * as z from 'zod';

/** Mã số doanh nghiệp: 10 digits, `10-3` of a dependent unit, 12 of a household business. */
export const enterpriseCode = z.string().regex(/^(\d{10}(-\d{3})?|\d{12})$/u);

/** A hash of content: 22 characters without meaning. Ids of notices, replies and assessments have this form. */
export const reference = z.string().regex(/^[\w-]{22}$/u);

/** A keyed hash after the version of its key. */
export const keyedReference = z.string().regex(/^k\d{1,3}-([\w-]{22}|[\w-]{43})$/u);

/** `police`, or `bank#` and the institution's id. */
export const receiver = z.string().regex(/^(police|bank#[\w-]{1,40})$/u);
