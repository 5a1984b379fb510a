import { type Ending, type Missing, placeOf } from './ending.ts';
import { itemsOf, tableNamed } from './end-state.ts';
import { overlooked } from './stale.ts';
import { sentTo } from './writing.ts';

/** A company without a registration is neither checked nor assessed. */
export const isRegistered = ({ message, trace, world }: Ending): boolean => {
  const ofCompany = `${tableNamed(world, 'Companies')} ["${String(message['enterpriseCode'])}",`;
  return [...trace.seen].some(([place, item]) => place.startsWith(ofCompany) && item && 'registration' in item);
};

/** Whether the function has asked a step about the company of its message. */
export const isAskedAgain = (ending: Ending, folder: string): boolean =>
  sentTo(ending, folder).some(({ enterpriseCode }) => enterpriseCode === ending.message['enterpriseCode']);

/** Whether the verification still stands that the function has found of a company without a registration. */
function isVerifiedStill({ message, trace, world }: Ending): boolean {
  const place = placeOf(world, 'Verifications', message['enterpriseCode']);
  const found = trace.written.has(place) ? undefined : trace.seen.get(place);
  return found !== undefined && itemsOf(world, 'Verifications').includes(found);
}

/**
 * The people of the company are checked, the police data have not changed since, and the company is assessed. Those of a
 * company without a registration are forgotten.
 */
export const verified: Missing = (ending) => {
  const { message, trace, world } = ending;
  const code = message['enterpriseCode'];
  const place = placeOf(world, 'Verifications', code);
  if (isAskedAgain(ending, '2-verify-people')) return undefined;
  if (!isRegistered(ending)) return isVerifiedStill(ending) ? `the people of ${String(code)} are forgotten` : undefined;
  if (!trace.written.has(place)) return `the people of ${String(code)} are checked`;
  if (!isAskedAgain(ending, '3-assess-company')) return `${String(code)} is assessed by the people that were checked`;
  const stale = overlooked(trace.grounds.get(place), trace);
  return stale && `the people of ${String(code)} are checked by the ${stale} that came meanwhile`;
};
