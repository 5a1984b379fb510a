import { fileURLToPath } from 'node:url';

/** A labelled province made by others (test/data/README.md). */
export const LABELLED_WORLD = fileURLToPath(new URL('../data/labelled-province', import.meta.url));
export const AS_OF = '2025-12-31';
