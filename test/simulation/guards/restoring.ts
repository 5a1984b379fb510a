import { guard, type Guard } from '../guard.ts';

/** The guards of notices that are gone with a restored table. */
export const RESTORING_GUARDS: readonly Guard[] = [
  guard(
    'a notice that is gone comes back after the last sequence of the ledger',
    'shared/use-cases/reconcile-notice.ts',
    '    inLedger,\n  });',
    '    inLedger: undefined,\n  });',
  ),
  guard(
    'the police are told again after a table was restored',
    'functions/3-assess-company/recipients.ts',
    'if (renotify) return { police: [verdict],',
    'if (renotify) return { police: [],',
  ),
];
