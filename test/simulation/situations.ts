import type { Chance } from './chance.ts';
import { isOfLastDecision, storedAhead } from './decision-ahead.ts';
import type { InjectedFaults } from './faults.ts';
import type { Features } from './features.ts';
import { FirstDossier } from './first-dossier.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { isOfBacklog, withoutFresh } from './late-backlog.ts';
import { isOfLedger, withoutNewestState } from './ledger-behind.ts';
import { isOfConcerned, withListedNumber } from './listed-number.ts';
import { asFoundBefore, isOfFirstNotice } from './notice-behind.ts';
import { firstPage, isOfCompany } from './pages.ts';
import { OtherTaker } from './other-taker.ts';
import { ReadMeanwhile } from './read-meanwhile.ts';
import type { ServiceRequest } from './services.ts';
import { StillRegistered } from './still-registered.ts';
import { GoneNotice, TroubledEndpoint } from './troubled-endpoint.ts';
import type { World } from './world.ts';

interface SituationSurroundings {
  readonly features: Features;
  readonly services: World;
  readonly faults: InjectedFaults;
  readonly now: () => number;
}

/** How often a run has each of the situations that it has once. */
const HAS = 0.5;

/**
 * Situations that the interleaving of functions hardly ever brings about. They are made when a function asks, in what
 * stands or in the answer alone.
 */
export class Situations {
  readonly #chance: Chance;
  readonly #around: SituationSurroundings;
  readonly #firstDossier: FirstDossier | undefined;
  readonly #otherTaker: OtherTaker | undefined;
  readonly #stillRegistered: StillRegistered | undefined;
  readonly #readMeanwhile: ReadMeanwhile | undefined;
  readonly #troubledEndpoint: TroubledEndpoint | undefined;
  readonly #goneNotice: GoneNotice | undefined;
  readonly #isDecisionAhead: boolean;
  #isPageGone: boolean;
  /** The function to which the index of waiting deliveries shows no new one. */
  #late: SimulatedInvocation | undefined;

  constructor(chance: Chance, around: SituationSurroundings) {
    this.#chance = chance;
    this.#around = around;
    this.#firstDossier = chance.bySeed(HAS) ? new FirstDossier() : undefined;
    this.#otherTaker = chance.bySeed(HAS) ? new OtherTaker() : undefined;
    this.#stillRegistered = chance.bySeed(HAS) ? new StillRegistered(around.now) : undefined;
    this.#readMeanwhile = chance.bySeed(HAS) ? new ReadMeanwhile() : undefined;
    this.#isDecisionAhead = chance.bySeed(HAS);
    this.#isPageGone = chance.bySeed(HAS);
    this.#troubledEndpoint = around.features.isTroubled ? new TroubledEndpoint(chance.bySeed(HAS)) : undefined;
    this.#goneNotice = around.features.isNoticeGone ? new GoneNotice() : undefined;
  }

  /** Makes what another function did just before the request. */
  before(asked: ServiceRequest, invocation: SimulatedInvocation): void {
    if (this.#chance.isCalm) return;
    this.#firstDossier?.writesBefore(asked, this.#around.services);
    this.#stillRegistered?.storesBefore(asked, this.#around.services);
    this.#readMeanwhile?.storesBefore(asked, this.#around.services);
    this.#otherTaker?.storesBefore(asked, invocation, this.#around.services);
    this.#troubledEndpoint?.storesBefore(asked, invocation, this.#around);
    this.#goneNotice?.storesBefore(asked, invocation, this.#around);
  }

  /** The answer as the function finds it. */
  asFound(asked: ServiceRequest, invocation: SimulatedInvocation, answer: unknown): unknown {
    const { faults, features } = this.#around;
    if (isOfTaken(asked)) invocation.takesBack = true;
    if (this.#chance.isCalm) return answer;
    if (asked.service === 'bank') return this.#troubledEndpoint?.asFound(asked, answer, this.#around) ?? answer;
    if (isOfFirstNotice(asked, invocation)) return asFoundBefore(asked, invocation, answer, this.#around, this.#chance);
    if (this.#isDecisionAhead && isOfLastDecision(asked)) return storedAhead(asked, answer, this.#around);
    if (this.#isPageGone && isOfPage(asked)) {
      this.#isPageGone = false;
      invocation.wasHindered = true;
      return {};
    }
    if (features.hasPages && isOfCompany(asked)) return firstPage(asked, answer, this.#around.services);
    if (isOfBacklog(asked)) {
      const shown = this.#backlog(invocation, answer);
      return this.#troubledEndpoint?.withAnother(shown, this.#around) ?? shown;
    }
    if (features.isListedByNumber && isOfConcerned(asked, invocation)) return withListedNumber(answer);
    if (!isOfLedger(asked)) return answer;
    invocation.isLedgerBehind ??= faults.befalls('ledger behind');
    return invocation.isLedgerBehind ? withoutNewestState(answer) : answer;
  }

  /** The first function that would find a new delivery in the index does not find it. */
  #backlog(invocation: SimulatedInvocation, answer: unknown): unknown {
    const { features, now } = this.#around;
    if (!features.isBacklogLate || (this.#late && this.#late !== invocation)) return answer;
    const shown = withoutFresh(answer, now());
    if (shown !== answer) this.#late = invocation;
    return shown;
  }
}

/** Whether the request reads a page of the log, which is gone for once, as after its time or a mistake of a person. */
const isOfPage = ({ name, input }: ServiceRequest): boolean =>
  name === 'GetCommand' && (input.Key as { part?: string }).part === 'page';

/** Whether the request reads whom the facts concern that are being taken back. */
const isOfTaken = ({ name, input }: ServiceRequest): boolean =>
  name === 'GetCommand' && (input.Key as { feed?: string }).feed === 'taken-back';
