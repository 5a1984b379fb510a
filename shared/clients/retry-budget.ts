/** Limits second tries to a share of the answered calls, so that a service that is down is not overloaded. */
export interface RetryBudget {
  earn(): void;
  /** Takes one try from the budget; false where none is left. */
  spend(): boolean;
}

const EARNED_A_CALL = 0.1;
const MOST = 10;

/** Allows one second try for every ten answered calls, and a few at the start. */
export function retryBudget(inHand = 5): RetryBudget {
  let left = inHand;
  return {
    earn() {
      left = Math.min(MOST, left + EARNED_A_CALL);
    },
    spend() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
