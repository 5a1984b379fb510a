import type { Printed } from './printed.ts';
import type { Check } from './check.ts';
import { plain } from './rows.ts';
import type { Right } from './sentence-class.ts';
import type { World } from './world.ts';
import type { Company } from './company.ts';

export type TableRow = readonly string[];

export interface About {
  readonly company: Company;
  readonly world: World;
  readonly check: Check;
  /** Checks a sentence of a class, and gives what the rows say of its figures. */
  readonly sentence: (text: string) => Right | undefined;
  readonly dossier: Printed;
}

export const same = (text = '') => plain(text.replace(/ \(trước khi thay đổi\)$/u, ''));
