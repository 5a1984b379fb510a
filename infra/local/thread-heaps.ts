import { setFlagsFromString } from 'node:v8';

/**
 * The size in megabytes below which a thread's old objects are not collected. V8 would begin at a few megabytes, and each
 * function would mark all its code and contracts a dozen times before it has done anything.
 */
const COLLECTED_FROM = 64;
/** By how many percent a thread's old objects may grow before they are collected again. V8 would let them double or more. */
const GROWTH_PERCENT = 50;

/**
 * The runner itself starts with a small young heap (`bootstrap.mjs`), which is a setting of the whole process and goes before
 * what a thread is given. Threads that are started from now on have the young heaps that they are given: with a store too
 * small for what it has in hand a function spends a sixth of its time on moving it.
 */
export function sizeHeapsOfThreads(): void {
  setFlagsFromString('--max-semi-space-size=0');
  setFlagsFromString(`--initial-old-space-size=${COLLECTED_FROM}`);
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
