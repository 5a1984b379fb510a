/** The day by the rules' clock. */
export const AS_OF = '2025-12-31';
