import type { DeskRole } from '#shared/domain/notification/desk-role.ts';
import { isUndecidedCase } from '#shared/tables/open-notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { ServePagesPorts } from './ports.ts';
import type { WaitingCounts } from './session/officer.ts';

/** How long a count stands: every page shows it, and with thousands of tasks it is a large read. */
const STANDS_MS = 30_000;

const known = new WeakMap<
  ServePagesPorts,
  Map<DeskRole, { readonly at: number; readonly counts: Promise<WaitingCounts> }>
>();

/** What waits at the desks of a person, as it was half a minute ago at most. */
export async function waitingCounts(roles: readonly DeskRole[], ports: ServePagesPorts): Promise<WaitingCounts> {
  const ofRoles = known.get(ports) ?? new Map();
  known.set(ports, ofRoles);
  const at = ports.now().getTime();
  // A page is shown without the counts that could not be read, and the next one asks again
  const withoutCounts = (): WaitingCounts => {
    known.delete(ports);
    return {};
  };
  const all = roles.map((role) => {
    const before = ofRoles.get(role);
    const fresh =
      before && at - before.at < STANDS_MS ? before : { at, counts: countsOf(role, ports).catch(withoutCounts) };
    ofRoles.set(role, fresh);
    return fresh.counts;
  });
  return Object.assign({}, ...(await Promise.all(all)));
}

/** Counts anew at the next page, because somebody has just done something. */
export const forgetCounts = (ports: ServePagesPorts): void => {
  known.delete(ports);
};

async function countsOf(role: DeskRole, ports: ServePagesPorts): Promise<WaitingCounts> {
  if (role === 'office') {
    const { openTasks } = await import('./worklist/open-tasks.ts');
    return { '/office/worklist': (await openTasks(ports)).length };
  }
  if (role === POLICE) {
    const [cases, releases, reviews] = await Promise.all([
      ports.notices.open(POLICE),
      ports.releases.waiting(),
      ports.reviews.waiting(),
    ]);
    const undecided = cases.filter(isUndecidedCase).length;
    return { '/police/cases': undecided, '/police/releases': releases.length, '/police/reviews': reviews.length };
  }
  if (role === 'province' || role === 'operator') return {};
  const { openAnswered, isToAnswer } = await import('./bank/answered-since.ts');
  return { '/bank/notices': (await openAnswered(role, ports)).filter(isToAnswer).length };
}
