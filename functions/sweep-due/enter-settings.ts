import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import { entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { RulesClock, RealClock } from '#shared/runtime/clock.ts';
import type { Measures } from '#shared/tables/measures.ts';
import type { ReadMeasures } from '#shared/use-cases/measures-in-force.ts';
import { enterSwitches } from '#shared/use-cases/enter-switches.ts';

export interface SettingsPorts {
  /** Sends entries to the verifiable log. */
  readonly enter: SendMessages<LogEntry>;
  readonly measures: ReadMeasures;
  readonly directed: Pick<Measures, 'all' | 'markEntered'>;
  readonly settings: { readonly noticeDays: number; readonly listingDays: number };
  readonly rulesClock: RulesClock;
  readonly now: RealClock;
}

/**
 * Enters the settings by which notices are made. The daily clock sends them each morning, and settings that were
 * entered before are recognised: the log has an entry only where they changed. An operator who reports a change is
 * entered once a day.
 * Before them it enters the switches that a desk wrote and could not enter any more.
 */
export async function enterSettings(by: 'operator' | 'function:sweep-due', ports: SettingsPorts): Promise<void> {
  const { enter, settings, rulesClock, now } = ports;
  await enterSwitches(await ports.directed.all(), ports);
  const measures = [...(await ports.measures())];
  const says = { ...settings, measures, ruleSet: RULE_SET.version };
  const key = by === 'operator' ? { says, on: rulesClock.today() } : { says };
  await enter([entryOf({ kind: 'settings-changed', at: now().toISOString(), by, says }, key)]);
}
