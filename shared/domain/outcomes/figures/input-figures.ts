import { addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';
import type { ReportPeriod } from './outcome-figures.ts';

/** A file that a sender sent, with the result of reading it. */
export interface InputFile {
  /** A bank's id, or the feed's name where the operator sends it. */
  readonly sender: string;
  readonly feed: string;
  readonly file: string;
  readonly receivedOn: IsoDate;
  readonly state: 'reading' | 'read' | 'unreadable' | 'stopped';
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly repaired: number;
  /** The first and last day of the file's rows by kind. */
  readonly covers: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
  /** The credit that a bank's flows report by calendar month, in whole đồng. */
  readonly credit?: Readonly<Record<string, number>> | undefined;
}

/** The files that a sender sent in a period, and those that it should have sent. */
export interface SenderFigures {
  readonly sender: string;
  readonly files: number;
  readonly unreadable: number;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly repaired: number;
  /** For banks, the months of the period whose flows came after the agreed day or never. */
  readonly lateMonths: readonly string[];
  readonly silentMonths: readonly string[];
  /** The number of months of flows that the sender should have sent by the end of the period. */
  readonly monthsDue: number;
  readonly lastReceivedOn: IsoDate | undefined;
}

/** The figures of each sender that ever sent anything, including those silent in the period. */
export function senderFigures(inputs: readonly InputFile[], period: ReportPeriod): readonly SenderFigures[] {
  const senders = Map.groupBy(inputs, ({ sender }) => sender);
  return [...senders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sender, files]) => figuresOf(sender, files, period));
}

function figuresOf(sender: string, all: readonly InputFile[], period: ReportPeriod): SenderFigures {
  const known = all.filter(({ receivedOn }) => receivedOn <= period.to);
  const files = known.filter(({ receivedOn }) => receivedOn >= period.from);
  const sum = (count: (file: InputFile) => number) => files.reduce((total, file) => total + count(file), 0);
  const flows = known.filter(({ covers }) => Object.keys(covers).some(isFlows));
  const months = flows.length > 0 ? monthsDueIn(period) : [];
  const came = months.map((month) => ({ month, on: firstReceived(flows, month) }));
  return {
    sender,
    files: files.length,
    unreadable: files.filter(({ state }) => state === 'unreadable' || state === 'stopped').length,
    read: sum(({ read }) => read),
    accepted: sum(({ accepted }) => accepted),
    rejected: sum(({ rejected }) => rejected),
    repaired: sum(({ repaired }) => repaired),
    lateMonths: came.filter(({ month, on }) => on !== undefined && on > dueOfMonth(month)).map(({ month }) => month),
    monthsDue: months.length,
    silentMonths: came.filter(({ on }) => on === undefined).map(({ month }) => month),
    lastReceivedOn: known
      .map(({ receivedOn }) => receivedOn)
      .sort()
      .at(-1),
  };
}

const isFlows = (kind: string): boolean => kind.startsWith('flows#');

const dueOfMonth = (month: string): IsoDate => dueOn('feedFile', daysOfPeriod(month).to);

/** The months that end in the period and whose agreed day has passed by its end. */
function monthsDueIn({ from, to }: ReportPeriod): readonly string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7))
    if (daysOfPeriod(month).to >= from && dueOfMonth(month) <= to) months.push(month);
  return months;
}

/** The first day on which a file that covers the whole month came. */
function firstReceived(flows: readonly InputFile[], month: string): IsoDate | undefined {
  const { from, to } = daysOfPeriod(month);
  const speaking = flows.filter(({ covers }) =>
    Object.entries(covers).some(([kind, span]) => isFlows(kind) && span.from <= from && span.to >= to),
  );
  return speaking.map(({ receivedOn }) => receivedOn).sort()[0];
}
