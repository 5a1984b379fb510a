import { isCorrected, type RowSample } from './corrected-file.ts';
import { isLaterDrop } from './drop-order.ts';
import { type DropState, isCounting, mayReplace } from './drop-states.ts';

/** A drop as the other drops of its name see it. */
export interface NamedDrop {
  readonly version: string;
  readonly state: DropState;
  readonly sample?: RowSample | undefined;
  /** Set where somebody decided that nothing of the drop and of those before it counts. */
  readonly leftOut?: object | undefined;
  /** Set where somebody decided that nothing of those before it counts. */
  readonly alone?: object | undefined;
}

/**
 * What later drops of a name make of one that stands: a decision about a later one may leave it out or replace it, and a
 * later one that is this one corrected replaces it. A later drop that was itself replaced has replaced it before. A drop
 * of the name with other rows, such as another month's, changes nothing.
 */
export function stateAmong(drop: NamedDrop, drops: readonly NamedDrop[]): DropState {
  if (!isCounting(drop.state)) return drop.state;
  const later = drops.filter(({ version }) => isLaterDrop(version, drop.version));
  if (later.some(({ leftOut }) => leftOut !== undefined)) return 'left_out';
  return later.some((other) => replaces(other, drop)) ? 'replaced' : drop.state;
}

const replaces = ({ state, alone, sample }: NamedDrop, drop: NamedDrop): boolean =>
  mayReplace(state) && (alone !== undefined || isCorrected(drop.sample, sample));
