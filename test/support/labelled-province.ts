import { fileURLToPath } from 'node:url';

/** A labelled province made by others (test/data/README.md). */
export const LABELLED_WORLD = fileURLToPath(new URL('../data/labelled-province', import.meta.url));
export const AS_OF = '2025-12-31';
/** Worlds at the register's real base rates, beside it: tried cases, evaders, the cases without optional feeds, shells that file. */
export const REAL_WORLDS: readonly string[] = ['real-a', 'real-b', 'real-c', 'real-d'].map(
  (name) => new URL(`../../../shared/worlds/${name}`, import.meta.url).pathname,
);
