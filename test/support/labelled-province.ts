/** The labelled world that lies beside a checkout where there is one; tests skip without it. */
export const LABELLED_WORLD = new URL('../../../shared/worlds/dev', import.meta.url).pathname;
export const AS_OF = '2025-12-31';
