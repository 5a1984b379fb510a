/** The newest state of a matter at a receiver. */
export interface StandingNotice {
  readonly sequence: number;
  readonly state: 'in_force' | 'withdrawn';
  /** Made from its content: the same content is the same notice. */
  readonly print: string;
}

export type NextNotice =
  | { readonly action: 'none' }
  | { readonly action: 'issue' | 'update' | 'withdraw'; readonly sequence: number };

/**
 * What a matter's facts ask of its notice: one id for ever, a sequence that rises with each change of content, and a
 * withdrawal once nothing is due any more.
 * @param duePrint the print of the content now due, undefined where none is
 */
export function nextNotice(standing: StandingNotice | undefined, duePrint: string | undefined): NextNotice {
  const sequence = (standing?.sequence ?? 0) + 1;
  const inForce = standing?.state === 'in_force';
  if (duePrint === undefined) return inForce ? { action: 'withdraw', sequence } : { action: 'none' };
  if (!inForce) return { action: 'issue', sequence };
  return standing.print === duePrint ? { action: 'none' } : { action: 'update', sequence };
}
