import { fileURLToPath } from 'node:url';

/** A labelled province made by others (test/data/README.md). */
export const LABELLED_WORLD = fileURLToPath(new URL('../data/labelled-province', import.meta.url));
export const AS_OF = '2025-12-31';
/** A province at the register's real base rates, its shells those of tried cases, with optional feeds (test/data/README.md). */
export const REAL_PROVINCE = fileURLToPath(new URL('../data/real-province', import.meta.url));
