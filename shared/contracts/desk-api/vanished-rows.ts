import * as z from 'zod';
import { text } from './operation.ts';

/** What a sender's rows had and have no more: a kind of row or signal, a role or a column, and the last month with it. */
export const VanishedRows = z.object({ sender: text, content: text, last: text });
