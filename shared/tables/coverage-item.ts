import * as z from 'zod';
import { joinSpans, type Spans } from '#shared/domain/risk/coverage.ts';
import { MANIFEST, MANIFEST_BYTES, type ManifestStatement, matchesPattern } from '#shared/contracts/manifest.ts';
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

/** The most letters of all statements of a sender, whose manifests may be in many folders, and of all senders of a feed. */
const MOST_OF_SENDER = 2 * MANIFEST_BYTES;
const MOST_OF_FEED = 20 * MOST_OF_SENDER;

/** Whether the item of a feed has room for the statements of a manifest beside the others. */
export function hasRoom(others: readonly Stated[], manifest: string, covers: readonly ManifestStatement[]): boolean {
  const senderOf = (name: string) => name.split('/')[0];
  const ofSender = others.filter((one) => senderOf(one.manifest) === senderOf(manifest));
  const lengthOf = (...all: unknown[]) => JSON.stringify(all).length;
  return lengthOf(ofSender, covers) <= MOST_OF_SENDER && lengthOf(others, covers) <= MOST_OF_FEED;
}

/** A statement after a file was read that it may concern: a file beside the manifest with a matching name. */
export function readOf(stated: Stated, file: string, covered: Spans): Stated {
  const folder = stated.manifest.slice(0, -MANIFEST.length);
  if (!file.startsWith(folder) || !matchesPattern(stated.file, file.slice(folder.length))) return stated;
  return { ...stated, read: joinSpans(stated.read, covered) };
}
