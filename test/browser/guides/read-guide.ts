import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'docs', 'ban-lam-viec');

/** What a step of a guide names: all of `names` are there, and the reader takes the first. */
export interface NamesToFind {
  readonly names: readonly string[];
  /** Whether the names are those of columns, in whose first row the reader acts. */
  readonly isColumn: boolean;
}

/** A section of a guide: its numbered steps, and the names that it mentions besides. */
export interface GuideSection {
  readonly title: string;
  readonly steps: readonly (readonly NamesToFind[])[];
  readonly mentioned: readonly string[];
}

const STEP = /^\d+\. (.+)$/u;
/** Names in bold; several names are alternatives where “hoặc” is before the last of them. */
const ALTERNATIVES = /((?:tên )?cột )?((?:\*\*[^*]+\*\*(?: \([^)*]*\))?(?:, | hoặc ))*)\*\*([^*]+)\*\*/giu;
const BOLD = /\*\*([^*]+)\*\*/gu;

/** Reads the sections of a guide in `docs/ban-lam-viec/`. */
export function readGuide(file: string): GuideSection[] {
  const [, ...parts] = readFileSync(join(FOLDER, file), 'utf8').split(/^## /mu);
  return parts.map((part) => {
    const [title = '', ...lines] = part.split('\n');
    const steps = lines.flatMap((line) => STEP.exec(line)?.[1] ?? []);
    const prose = lines.filter((line) => !STEP.test(line)).join('\n');
    return { title, steps: steps.map(namedIn), mentioned: boldIn(prose) };
  });
}

const boldIn = (text: string): string[] => [...text.matchAll(BOLD)].map(([, name = '']) => name);

/** The names of a step, in their order. */
export function namedIn(step: string): NamesToFind[] {
  return [...step.matchAll(ALTERNATIVES)].flatMap(([, column = '', others = '', last = '']) => {
    const names = [...boldIn(others), last];
    const isColumn = /^cột $/iu.test(column);
    return others.endsWith(' hoặc ') ? [{ names, isColumn }] : names.map((name) => ({ names: [name], isColumn }));
  });
}
