import type { HashKeyPlan } from '#shared/runtime/hash-key-plan.ts';
import { type KeyedHash, keyedHash, withNewHashKey } from '#shared/runtime/keyed-hash.ts';

const FIRST_KEY = 'a secret for tests';
export const { secret: BOTH_KEYS } = withNewHashKey(FIRST_KEY, 'another secret for tests');
/** The secret after a second change of the key. */
export const THREE_KEYS = withNewHashKey(BOTH_KEYS, 'a third secret for tests').secret;

/** The key of the functions, which is changed while they run, as by a deployment. */
export function changingHash() {
  let now = (): KeyedHash => keyedHash(FIRST_KEY);
  const hash: KeyedHash = Object.assign((kind: string, value: string) => now()(kind, value), {
    forms: (ref: string) => now().forms(ref),
    renewed: (text: string) => now().renewed(text),
    first: (text: string) => now().first(text),
    sealed: (text: string) => now().sealed(text),
    opened: (text: string) => now().opened(text),
    single: false,
  });
  const deployed = (plan: HashKeyPlan, secret = BOTH_KEYS) => {
    const one = keyedHash(secret, plan);
    return () => one;
  };
  const earlier = deployed({ writes: 1, asks: [1, 2] });
  const later = deployed({ writes: 2, asks: [1, 2] });
  return {
    hash,
    becomes: {
      asking: () => (now = earlier),
      writing: () => (now = later),
      done: () => (now = deployed({ writes: 2, asks: [2] })),
      askingAgain: () => (now = deployed({ writes: 2, asks: [2, 3] }, THREE_KEYS)),
      writingAgain: () => (now = deployed({ writes: 3, asks: [2, 3] }, THREE_KEYS)),
      doneAgain: () => (now = deployed({ writes: 3, asks: [3] }, THREE_KEYS)),
    },
  };
}
