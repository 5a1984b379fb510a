import * as z from 'zod';

/** A line of the functions' log, as far as it says what became of a file or a company. */
export const LogLine = z.object({
  timestamp: z.string(),
  code: z.string(),
  /** Names separated by blanks. */
  files: z.string().default(''),
  companies: z.string().default(''),
  enterpriseCode: z.string().default(''),
  noticeId: z.string().default(''),
  queue: z.string().optional(),
  receiver: z.string().optional(),
  sender: z.string().optional(),
  sequence: z.number().optional(),
  reason: z.union([z.string(), z.number()]).optional(),
  error: z.string().optional(),
  place: z.string().optional(),
  seconds: z.number().optional(),
  count: z.number().optional(),
});
export type LogLine = z.infer<typeof LogLine>;

/** How often messages went through a queue, and when first and last. */
export interface Passage {
  readonly queue: string;
  readonly messages: number;
  readonly first: string;
  readonly last: string;
}

/** The log of a system, in the cloud or of an embedded run. Names are as lines have them. */
export interface SystemLog {
  /** The lines with one of the names, the earliest first; those of handled messages excepted, which are counted. */
  lines(names: readonly string[]): Promise<LogLine[]>;
  /** The handled messages that go back to one of the names, by queue. */
  passages(names: readonly string[]): Promise<Passage[]>;
}

/** The code of the lines of handled messages, of which there are many. */
export const HANDLED = 'MESSAGE_DONE';

/** The names in a line, those of drops also by their files. */
export const namesIn = ({ files, companies, enterpriseCode, noticeId }: LogLine): string[] => [
  ...files.split(' ').flatMap((file) => [file, file.slice(0, file.indexOf('.') + 1)]),
  ...companies.split(' '),
  enterpriseCode,
  noticeId,
];
