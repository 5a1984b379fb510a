import { setFlagsFromString } from 'node:v8';

/**
 * The runner itself starts with a small young heap (`bootstrap.mjs`), which is a setting of the whole process and goes before
 * what a thread is given. Threads that are started from now on have the sizes that they are given: with a store too small for what it
 * has in hand a function spends a sixth of its time on moving it.
 */
export const letThreadsSizeTheirHeaps = (): void => setFlagsFromString('--max-semi-space-size=0');
