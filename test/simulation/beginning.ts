import type { Chance } from './chance.ts';
import type { Temper } from './faults.ts';
import type { Features } from './features.ts';
import type { Compose } from './invocations.ts';
import type { RequestKinds } from './request-kinds.ts';
import type { SystemDesign } from './system.ts';
import type { ObjectsTwin } from './twins/objects.ts';
import type { TablesTwin, Watch } from './twins/tables.ts';

/** The state between two acts. */
export interface Snapshot {
  readonly now: number;
  readonly invoked: number;
  readonly drops: ReadonlyMap<string, number>;
  readonly tables: ReturnType<TablesTwin['snapshot']>;
  readonly objects: ReturnType<ObjectsTwin['snapshot']>;
}

export interface Beginning {
  readonly design: SystemDesign;
  readonly chance: Chance;
  readonly temper: Temper;
  readonly features: Features;
  readonly compose: Compose;
  readonly watch: Watch;
  /** What stands at the beginning; undefined for nothing. */
  readonly from?: Snapshot | undefined;
  /** The requests that the calm run makes; undefined for the calm run itself. */
  readonly requests?: RequestKinds | undefined;
}
