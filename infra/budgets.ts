import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The most kilobytes of code that each function may load at its start. A larger bundle is a slower first answer, so a
 * number is raised only with a reason. Steps of the same libraries have one number.
 */
const BUNDLE_KB: Readonly<Record<string, number>> = {
  '1-read-file': 810,
  '2-verify-people': 782,
  '3-assess-company': 960,
  '4-notify-police': 456,
  '5-notify-banks': 440,
  'admit-caller': 320,
  'append-entries': 535,
  'deliver-notice': 420,
  'do-operator-task': 365,
  'issue-dossier': 1345,
  'issue-report': 1200,
  'receiver-api': 620,
  'record-reply': 420,
  'replay-parked': 340,
  'send-due-deliveries': 350,
  'serve-pages': 1500,
  'survey-province': 405,
  'sweep-due': 630,
};

/** Throws where a bundle of the folder is larger than its number, or has none. */
export async function checkBundles(folder: string, steps: readonly string[]): Promise<void> {
  const sizes = await Promise.all(
    steps.map(async (step) => ({ step, kb: Math.ceil((await stat(join(folder, step, 'index.mjs'))).size / 1024) })),
  );
  const above = sizes.filter(({ step, kb }) => kb > (BUNDLE_KB[step] ?? 0));
  if (above.length === 0) return;
  const lines = above.map(({ step, kb }) => `${step}: ${kb} KB, allowed ${BUNDLE_KB[step] ?? 0}`);
  throw new Error(`Bundles above their number in infra/budgets.ts:\n${lines.join('\n')}`);
}
