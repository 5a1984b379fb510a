import { MONEY_SENTENCES } from './money-sentences.ts';
import { SALES_SENTENCES } from './sales-sentences.ts';
import { PAID_SENTENCES } from './paid-sentences.ts';
import { ACCOUNT_SENTENCES } from './account-sentences.ts';
import { TIE_SENTENCES } from './tie-sentences.ts';
import { EXHIBIT_SENTENCES } from './exhibit-sentences.ts';
import { FAVOURABLE_SENTENCES } from './favourable-sentences.ts';
import { NEW_HANDS_SENTENCES } from './new-hands-sentences.ts';
import type { SentenceClass } from './sentence-class.ts';

/** Every class of sentences that is recomputed; the first whose form fits a sentence is its class. */
export const SENTENCES: readonly SentenceClass[] = [
  ...MONEY_SENTENCES,
  ...SALES_SENTENCES,
  ...PAID_SENTENCES,
  ...ACCOUNT_SENTENCES,
  ...TIE_SENTENCES,
  ...NEW_HANDS_SENTENCES,
  ...FAVOURABLE_SENTENCES,
  ...EXHIBIT_SENTENCES,
];
