import {
  peerCellOf,
  peerFigures,
  peerComparisonOf,
  peerQuantiles,
  type PeerQuantiles,
} from '#shared/domain/risk/facts/peers.ts';
import type { PeerFigures } from '#shared/domain/risk/facts/peer-comparison.ts';
import { profileOf } from '#shared/domain/risk/facts/company-profile.ts';
import { factsAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** Compares what is usual among companies of one kind with what was usual half a year ago. */
export interface PeerProposal {
  readonly table: PeerQuantiles;
  readonly heldOut: {
    readonly taughtUntil: IsoDate;
    /** The number of companies with money flows since then that the earlier table does not have. */
    readonly companies: number;
    /**
     * The share of these companies that were quicker than 19 of 20 by the earlier table; it is a twentieth where the
     * table still holds.
     */
    readonly quickerThan19Of20: number | undefined;
  };
}

const HALF_A_YEAR = -6;
const TWENTIETH = 0.05;

interface Member {
  readonly cell: string;
  readonly figures: PeerFigures;
}

/** Collects companies one at a time, in any order. */
export class PeerDrift {
  readonly #asOf: IsoDate;
  readonly #taughtUntil: IsoDate;
  readonly #now: Member[] = [];
  readonly #earlier: Member[] = [];
  readonly #newcomers: Member[] = [];

  constructor(asOf: IsoDate) {
    this.#asOf = asOf;
    this.#taughtUntil = addMonths(asOf, HALF_A_YEAR);
  }

  add(snapshot: CompanyFacts): void {
    const now = memberOn(snapshot, this.#asOf);
    const before = memberOn(snapshot, this.#taughtUntil);
    if (now) this.#now.push(now);
    if (before) this.#earlier.push(before);
    if (now?.figures.holdMinutes !== undefined && before?.figures.holdMinutes === undefined) this.#newcomers.push(now);
  }

  proposal(): PeerProposal {
    const earlier = peerQuantiles(this.#earlier);
    const holds = this.#newcomers.flatMap(
      ({ cell, figures }) => peerComparisonOf(cell, figures, earlier)?.below.holdMinutes ?? [],
    );
    const quicker = holds.filter((below) => below < TWENTIETH).length;
    return {
      table: peerQuantiles(this.#now),
      heldOut: {
        taughtUntil: this.#taughtUntil,
        companies: holds.length,
        quickerThan19Of20: holds.length === 0 ? undefined : Math.round((1000 * quicker) / holds.length) / 1000,
      },
    };
  }
}

function memberOn(snapshot: CompanyFacts, day: IsoDate): Member | undefined {
  const then = factsAsOf(snapshot, day);
  return then && { cell: peerCellOf(then), figures: peerFigures(profileOf(then)) };
}
