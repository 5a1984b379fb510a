import { createWriteStream } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { queue } from '#shared/clients/queue.ts';
import { entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { ExportedCase } from '#shared/domain/outcomes/exports/exported-case.ts';
import { chunksOf } from '#shared/runtime/in-parallel.ts';
import { EXPORT_FORMS, exportLines, ringBook } from '#shared/use-cases/exports/export-cases.ts';
import { optionsOf, TEXT, EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { readSystem, SYSTEM_USAGE } from './find-system.ts';
import { type CaseLocation, readCases, type CaseSelection, locateCases } from './dossier-cases.ts';

const USAGE = `Cách dùng: npm run operate -- export --form ftm|bods|ring-json|ring-xlsx --officer MÃ_CÁN_BỘ (--case MÃ | --ring MÃ | --from NGÀY --to NGÀY) [--dossiers NƠI] [--out TỆP]

  Xuất hồ sơ cho công cụ khác của cơ quan Công an (FollowTheMoney, BODS 0.4, danh sách liên hệ của nhóm). Chỉ dành cho Công an.
  NƠI là thư mục hồ sơ của npm start (mặc định out/dossiers) hoặc s3://KHO/dossiers của hệ thống; khi đó
  việc xuất được ghi vào sổ kiểm chứng của hệ thống trước khi đọc hồ sơ. ${SYSTEM_USAGE}`;

const FORMS = z.enum(['ftm', 'bods', 'ring-json', 'ring-xlsx']);
const Asked = z
  .object({
    form: FORMS,
    officer: z.string().regex(/^[\w.@-]{1,100}$/u),
    case: z.string().min(1).optional(),
    ring: z.string().min(1).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    dossiers: z.string().min(1).default('out/dossiers'),
    out: z.string().min(1).optional(),
  })
  .refine((asked) => [asked.case, asked.ring, asked.from && asked.to].filter(Boolean).length === 1);
export type ExportArguments = z.infer<typeof Asked>;

/** Undefined where the call doesn't name the cases, the format and the recipient. */
export function parseExportArguments(words: readonly string[]): ExportArguments | undefined {
  const place = { dossiers: TEXT, out: TEXT };
  const cases = { case: TEXT, ring: TEXT, from: TEXT, to: TEXT };
  return Asked.safeParse(optionsOf(words, { form: TEXT, officer: TEXT, ...cases, ...place })).data;
}

async function main(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const asked = parseExportArguments(words);
  if (!asked) return printError(USAGE);
  const { form, dossiers, out = `xuat.${EXPORT_FORMS[form].ending}` } = asked;
  const system = dossiers.startsWith('s3://') ? await readSystem(environment) : undefined;
  const enter = system ? queue<LogEntry>(system.queues.logEntries, system.sqs) : enterIn(`${out}.log.jsonl`);
  const count = await exportCases(asked, enter, out, system?.s3);
  if (count === 0) return printError(`Không thấy hồ sơ nào như vậy ở ${dossiers}.`, EXIT.failed);
  console.log(`Đã xuất ${count} hồ sơ vào ${out}.`);
  return EXIT.done;
}

/** The log of an export from a folder is written beside the export, because the run's own log is signed and closed. */
const enterIn = (file: string) => (entries: readonly LogEntry[]) =>
  appendFile(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), { mode: 0o600 });

/**
 * Writes the chosen cases. The request is entered in the log before any case is read, and the found cases before they
 * are written.
 * @param s3 the client of the bucket, where the cases lie in one
 * @returns the number of cases
 */
export async function exportCases(
  asked: ExportArguments,
  enter: (entries: readonly LogEntry[]) => Promise<void>,
  out: string,
  s3?: S3Client,
): Promise<number> {
  const at = new Date().toISOString();
  await enter([askedEntry(asked, at)]);
  const places = await locateCases(asked.dossiers, chosenBy(asked), s3);
  if (places.length === 0) return 0;
  await enter(exportEntries(asked, places, at));
  await write(readCases(places), asked.form, out, at.slice(0, 10));
  return places.length;
}

const chosenBy = ({ case: one, ring, from, to }: ExportArguments): CaseSelection =>
  one !== undefined
    ? { of: 'case', code: one }
    : ring !== undefined
      ? { of: 'ring', code: ring }
      : { of: 'period', from: from ?? '', to: to ?? '' };

async function write(
  cases: AsyncIterable<ExportedCase>,
  form: ExportArguments['form'],
  out: string,
  on: string,
): Promise<void> {
  if (form === 'ring-xlsx') await writeFile(out, await ringBook(cases), { mode: 0o600 });
  else await pipeline(exportLines(cases, form, on), createWriteStream(out, { mode: 0o600 }));
}

const MOST_NAMED = 100;

/**
 * The log entry of who requested which export. It contains no company code, because the code of a household business is
 * its owner's personal number.
 */
function askedEntry({ form, officer, ring, from, to, case: one }: ExportArguments, at: string): LogEntry {
  const of = one !== undefined ? 'case' : ring !== undefined ? 'ring' : `${from} - ${to}`;
  const says = { receiver: 'police', what: `export ${form} asked: ${of}`, notices: [] };
  return entryOf({ kind: 'data-read', at, by: `officer:${officer}`, says }, { at, asked: of, officer });
}

/** The log entry of who exported which cases in which format. */
const exportEntries = ({ form, officer }: ExportArguments, places: readonly CaseLocation[], at: string): LogEntry[] =>
  chunksOf(places, MOST_NAMED).map((chunk) => {
    const notices = chunk.map(({ notice }) => notice);
    const says = { receiver: 'police', what: `export ${form}`, notices };
    return entryOf({ kind: 'data-read', at, by: `officer:${officer}`, says }, { at, notices });
  });

export const run = (): Promise<void> => runCommand(USAGE, (words) => main(words, process.env));
