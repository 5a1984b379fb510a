import { agrees, type Known } from './shown.ts';

export interface Tally {
  checked: number;
  readonly faults: string[];
}
/** What was checked by class, and the classes of statements that nothing here recomputes. */
export interface Recomputed {
  readonly classes: Map<string, Tally>;
  readonly uncovered: Map<string, number>;
}

export interface Check {
  (name: string, text: string, said: unknown, right: unknown): void;
  readonly figure: (name: string, text: string, said: string, right: Known | readonly string[]) => void;
  readonly uncovered: (name: string) => void;
}

export const nothingYet = (): Recomputed => ({ classes: new Map(), uncovered: new Map() });

export function checkInto({ classes, uncovered }: Recomputed, whose: string): Check {
  const note = (name: string, text: string, isRight: boolean, said: unknown, right: unknown) => {
    const tally = classes.get(name) ?? { checked: 0, faults: [] };
    classes.set(name, tally);
    tally.checked += 1;
    if (!isRight)
      tally.faults.push(`${whose}: ${text}\n      nói ${JSON.stringify(said)}, theo các dòng ${JSON.stringify(right)}`);
  };
  return Object.assign(
    (name: string, text: string, said: unknown, right: unknown) =>
      note(name, text, JSON.stringify(said) === JSON.stringify(right), said, right),
    {
      figure: (name: string, text: string, said: string, right: Known | readonly string[]) =>
        note(name, text, agrees(said, right), said, right),
      uncovered: (name: string) => void uncovered.set(name, (uncovered.get(name) ?? 0) + 1),
    },
  );
}
