import * as z from 'zod';
import { joinSpans, type Spans } from '#shared/domain/risk/coverage.ts';
import { MANIFEST, matchesPattern } from '#shared/contracts/manifest.ts';
import { StoredSpans } from './file-read-progress.ts';

const Stated = z.object({
  /** The folder of the manifest, whose statements concern the files beside it. */
  manifest: z.string(),
  file: z.string(),
  kinds: z.array(z.string()).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  population: z.enum(['all', 'listed']),
  offices: z.array(z.string()).optional(),
  read: StoredSpans,
});
export type Stated = z.infer<typeof Stated>;

/** The coverage of a feed, as it is stored. */
export const CoverageItem = z.object({
  revision: z.number(),
  spans: StoredSpans,
  stated: z.array(Stated).default([]),
  /** The files being read, each by a fingerprint of its name, with the instant of the last progress. */
  reading: z.record(z.string(), z.string()),
});
export type CoverageState = Pick<z.infer<typeof CoverageItem>, 'spans' | 'stated' | 'reading'>;

/** A statement after a file was read that it may concern: a file beside the manifest with a matching name. */
export function readOf(stated: Stated, file: string, covered: Spans): Stated {
  const folder = stated.manifest.slice(0, -MANIFEST.length);
  if (!file.startsWith(folder) || !matchesPattern(stated.file, file.slice(folder.length))) return stated;
  return { ...stated, read: joinSpans(stated.read, covered) };
}
