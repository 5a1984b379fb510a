import { commandLine } from '#test/support/command-line.ts';

/** Proofs that are run by hand, because they take many minutes or need a browser. */
const PROOFS: Readonly<Record<string, () => Promise<unknown>>> = {
  pictures: () => import('./browser/take-pictures.ts'),
  removals: () => import('./simulation/remove.ts'),
  tactics: () => import('./bench/tactics.ts'),
  wire: () => import('./faults/wire-run.ts'),
};

const named = Object.hasOwn(PROOFS, process.argv[2] ?? '') ? process.argv.splice(2, 1)[0] : undefined;
if (named === undefined) {
  const usage = `npm run prove -- ${Object.keys(PROOFS).join(' | ')}`;
  commandLine(usage, {});
  throw new Error(`Call: ${usage}`);
}
await PROOFS[named]?.();
