import * as z from 'zod';
import { DirectedMeasures } from '#shared/contracts/directed-measures.ts';
import { SAYINGS } from '#shared/domain/risk/senders/unusual.ts';
import { MEASURES } from '#shared/domain/risk/measure.ts';
import { OperatorTask } from '#shared/contracts/operator-task.ts';
import { type DeskOperation, paged, text, typed } from './operation.ts';
import { VanishedRows } from './vanished-rows.ts';
import { FileVote, WaitingDecision } from './taking-back.ts';

/**
 * A row with the group and the numbers of flagged, confirmed, dismissed, withdrawn and undecided cases. Counts that
 * could identify single people are left out.
 */
const Lines = z.array(z.array(text));

const Workload = z.array(z.object({ name: text, open: z.int(), late: z.int() }));
const measure = z.enum(MEASURES);
const switched = z.enum(['on', 'off']);

export const PROVINCE_OPERATIONS: Readonly<Record<string, DeskOperation>> = {
  'GET /province/figures': {
    summary: 'The figures of some months: `?from=2026-01&to=2026-06`',
    shows: z.object({
      from: text,
      to: text,
      flags: z.object({ flagged: z.int(), confirmed: z.int(), dismissed: z.int(), fell: z.int(), pending: z.int() }),
      events: z.record(text, z.int()),
      policeLate: z.int(),
      byBank: z.record(
        text,
        z.object({ notified: z.int(), acted: z.int(), rejected: z.int(), unanswered: z.int(), lateAnswered: z.int() }),
      ),
      pendingByAge: z.array(z.int()).describe('Undecided flags of up to 30, 60, 90 and more days'),
      byCommune: Lines,
      byRule: Lines,
      days: z.record(
        text,
        z.object({
          count: z.int(),
          median: z.number().optional(),
          p90: z.number().optional(),
          most: z.number().optional(),
        }),
      ),
    }),
  },
  'POST /province/report': {
    summary: 'Has the report of some months made; its files are there a minute later',
    asks: z.strictObject({ from: text.describe('2026-01'), to: text }),
  },
  'GET /province/report': {
    summary: 'A short link to the report of some months: `?form=docx|xlsx&from=2026-01&to=2026-06`',
    isFile: true,
  },
  'GET /province/workload': {
    summary: 'The work that waits, by officer; without a name what nobody has',
    shows: z.object({ police: Workload, office: Workload }),
  },
  'GET /province/log': {
    summary:
      'Who read and did what, by the verifiable log: `?kind=…&search=…&from=…&page=1`, where `from` of an answer leads to older entries',
    shows: paged({
      entries: z.array(z.object({ at: text, by: text, kind: text, says: z.record(text, z.unknown()) })),
      from: text.optional(),
    }),
  },
  'POST /province/log/find': {
    summary: 'Searches these entries by an officer, an enterprise code or a notice',
    asks: z.strictObject({ find: text }),
  },
  'GET /province/measures': {
    summary: 'What is done only where a document directs it, and by which',
    shows: z.object({
      measures: DirectedMeasures,
      waiting: z.array(z.object({ measure, revision: z.int(), to: switched, number: text, date: text })),
    }),
  },
  'POST /province/measures': {
    summary: 'Proposes to switch a measure by the document that directs it',
    asks: z.strictObject({ measure, to: switched, number: text, date: text.describe('31/12/2025') }),
  },
  'POST /province/measures/vote': {
    summary: 'A second person agrees to a proposed switch, or somebody takes it back',
    asks: z.strictObject({ measure, revision: typed, outcome: z.enum(['agree', 'take_back']) }),
  },
};

export const OPERATOR_OPERATIONS: Readonly<Record<string, DeskOperation>> = {
  'GET /operator/system': {
    summary: 'What waits in each queue, what died, what was parked and why, and the senders whose rows are unusual',
    shows: z.object({
      queues: z.array(z.object({ queue: text, waiting: z.int(), inFlight: z.int(), dead: z.int() })),
      doubted: z.array(z.object({ sender: text, count: z.int(), because: z.enum(SAYINGS).optional() })),
      vanished: z.array(VanishedRows),
      parked: z.array(z.object({ queue: text, messageId: text, why: text, parkedAt: text })),
      waiting: z.array(WaitingDecision),
    }),
  },
  'POST /operator/files/vote': {
    summary: 'A person agrees to take back a file of another sender than the office, or refuses it',
    asks: FileVote,
  },
  'GET /operator/receivers': {
    summary: 'Who is sent notices, and since when one is unacknowledged',
    shows: z.object({
      receivers: z.array(
        z.object({ receiver: text, mode: z.enum(['push', 'pull', 'unregistered']), since: text.optional() }),
      ),
    }),
  },
  'POST /operator/tasks': { summary: 'Has a task of an operator done', asks: OperatorTask },
  'GET /operator/people': {
    summary: 'Who has open sessions at the desks, in which groups and since when',
    shows: z.object({
      people: z.array(
        z.object({
          person: text,
          name: text,
          groups: z.array(text),
          sessions: z.int(),
          signedInAt: text.describe('the first of their open sessions'),
          seenAt: text.describe('the last use of one of them'),
        }),
      ),
    }),
  },
  'POST /operator/people': {
    summary: 'Ends all sessions of a person',
    asks: z.strictObject({ person: text }),
  },
};
