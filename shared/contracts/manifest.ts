import * as z from 'zod';
import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import { parseForeignJson } from '#shared/runtime/parse-json.ts';
import type { ActivityRows } from './feeds/activity-senders.ts';
import { type MappedHeadings, readHeadingMapping } from './heading-mapping.ts';
import { MANIFEST } from './manifest-file.ts';
import type { FeedFolder } from './feeds/feed-record.ts';

const MOST_STATEMENTS = 50;

const KINDS: Readonly<Record<FeedFolder, readonly string[]>> = {
  registrations: ['registrations', 'owners'],
  identities: ['identities'],
  activities: [...SIGNAL_KINDS, 'invoices'],
  accounts: ['accounts', 'flows', 'counterparties', 'devices'],
  subscribers: ['subscribers'],
  'suspicious-accounts': ['suspicious-accounts'],
  'crime-reports': ['crime-reports'],
};

const day = z.string().transform((text, context) => {
  const date = parseDate(text);
  if (date === undefined)
    context.addIssue({ code: 'custom', message: 'không phải một ngày có thật (viết 2025-01-31)' });
  return date ?? '';
});
const text = z.string('phải là chữ').trim().min(1, 'còn trống').max(200, 'dài quá mức cho phép');

const coversIn = (kinds: readonly string[]) =>
  z
    .strictObject({
      file: text,
      kinds: z.array(z.enum(kinds, `chỉ nhận: ${kinds.join(', ')}`), 'phải là danh sách').optional(),
      from: day.optional(),
      to: day.optional(),
      population: z.enum(['all', 'listed'], 'chỉ nhận: all, listed').default('listed'),
      offices: z.array(text, 'phải là danh sách').optional(),
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
      path: ['to'],
      message: 'ở trước “from”',
    });

/** One statement of a manifest. */
export type ManifestStatement = z.infer<ReturnType<typeof coversIn>>;
const STATEMENT_KEYS = [
  'file',
  'kinds',
  'from',
  'to',
  'population',
  'offices',
] as const satisfies readonly (keyof ManifestStatement)[];

export type Manifest =
  | {
      readonly ok: true;
      readonly covers: readonly ManifestStatement[];
      readonly mapped: readonly MappedHeadings[];
    }
  | { readonly ok: false; readonly message: string };

/**
 * Reads `{"covers": [{"file": "2025-*.csv", "kinds": […], "from": …, "to": …, "population": "all" | "listed",
 * "offices": […]}], "mapping": {…}}`. @param sender whose manifest it is @param own the only kinds of rows that its sender may send and speak about; undefined: all
 */
export function readManifest(
  json: string,
  folder: FeedFolder,
  own?: ReadonlySet<ActivityRows>,
  sender: string = folder,
): Manifest {
  const value = parseForeignJson(json.replace(/^\uFEFF/u, ''));
  if (value === undefined) return fault('không phải JSON đọc được, hoặc có khóa viết hai lần');
  const kinds = own === undefined ? KINDS[folder] : [...own].toSorted();
  const shape = z.strictObject({
    covers: z
      .array(coversIn(kinds), 'phải là danh sách')
      .max(MOST_STATEMENTS, `có quá ${MOST_STATEMENTS} mục`)
      .default([]),
    mapping: z.unknown().optional(),
  });

  const read = shape.safeParse(value);
  if (read.success) {
    const { covers, mapping = {} } = read.data;
    const headings = readHeadingMapping(mapping, sender);
    if (!headings.ok) return headings;
    return {
      ok: true,
      covers: own === undefined ? covers : covers.map((one) => ({ kinds: [...kinds], ...one })),
      mapped: headings.mapped,
    };
  }
  const [issue] = read.error.issues;
  return fault(issue === undefined ? 'không đúng cấu trúc' : sentenceOf(issue));
}

const fault = (why: string): Manifest => ({
  ok: false,
  message: `Bản kê ${MANIFEST} ${why}. Bản kê này không được dùng; phạm vi dữ liệu được suy ra từ các dòng đã nhận. Hãy sửa rồi gửi lại.`,
});

function sentenceOf({ path, code, message }: z.core.$ZodIssue): string {
  const [, index] = path;
  const at = typeof index === 'number' ? `ở mục ${index + 1}` : '';
  const key = path.filter((part) => typeof part === 'string').at(-1);
  const name = key === undefined ? '' : `“${key}”`;
  // An unknown key is not named, because a sender may write a person's name or number there
  if (code === 'unrecognized_keys')
    return words(at, `có khóa không dùng (chỉ nhận: ${at === '' ? 'covers, mapping' : STATEMENT_KEYS.join(', ')})`);
  if (code === 'invalid_type' && message.startsWith('Invalid'))
    return words(at, name, 'còn thiếu hoặc không đúng cấu trúc');
  return words(at, name, message);
}

const words = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
