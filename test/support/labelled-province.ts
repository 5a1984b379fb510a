/** The labelled world that lies beside a checkout where there is one; tests skip without it. */
export const LABELLED_WORLD = new URL('../../../shared/worlds/dev', import.meta.url).pathname;
export const AS_OF = '2025-12-31';
/** Worlds at the register's real base rates, beside it: tried cases, evaders, the cases without optional feeds, shells that file. */
export const REAL_WORLDS: readonly string[] = ['real-a', 'real-b', 'real-c', 'real-d'].map(
  (name) => new URL(`../../../shared/worlds/${name}`, import.meta.url).pathname,
);
