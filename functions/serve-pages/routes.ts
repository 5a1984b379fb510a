import type { DeskRoute } from './admit.ts';

/** Every page and form of the desks, and whose it is. */
export const ROUTES: readonly DeskRoute[] = [];
