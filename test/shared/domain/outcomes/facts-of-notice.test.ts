import { describe, expect, it } from 'vitest';
import { factsOfNotice, missingIn } from '#shared/domain/outcomes/facts-of-notice.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { code } from '#test/support/sample-feeds.ts';

const ON = '2026-01-05';
const state = aNotice('police', code(1));
const known = factsOfNotice(state, ON, { commune: '12345', trade: '46' }).map((fact, n) => ({ ...fact, id: `${n}` }));

describe('the facts that one state of a notice adds to the ledger', () => {
  it('a ledger that has the state lacks nothing, also where the company’s whereabouts are no longer known', () => {
    expect(known).toHaveLength(2);
    expect(missingIn(known, factsOfNotice(state, ON))).toEqual([]);
  });

  it('a ledger that has a part of the state lacks the rest', () => {
    const [flagged, notified] = factsOfNotice(state, ON);
    expect(missingIn(known.slice(1), factsOfNotice(state, ON))).toEqual([flagged]);
    expect(missingIn(known.slice(0, 1), factsOfNotice(state, ON))).toEqual([notified]);
  });

  it('a ledger lacks a later state of the notice', () => {
    const later = { ...state, sequence: state.sequence + 1 };
    expect(missingIn(known, factsOfNotice(later, ON)).map(({ kind }) => kind)).toEqual(['notified']);
  });
});
