import * as z from 'zod';
import { type DeskOperation, text } from './operation.ts';

const Wants = z.array(z.enum(['new', 'due', 'waiting']));

/** Which mails a person of a desk wants. */
export const mailOperations = (desk: string): Readonly<Record<string, DeskOperation>> => ({
  [`GET /${desk}/mail`]: {
    summary: 'Which mails you get, and at which address of the sign-in provider',
    shows: z.object({ email: text.optional(), wants: Wants }),
  },
  [`POST /${desk}/mail`]: {
    summary: 'Says which mails you want: of new work, of work that runs out, of all that waits; none stops them',
    asks: z.strictObject({ wants: Wants.optional() }),
  },
});
