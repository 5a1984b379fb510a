import type { InvocationTrace } from './invocation-trace.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { AS_TOLD } from './overtaking.ts';
import type { StepDesign } from './system.ts';

/** The functions and tables where the write of another function rests on other facts. */
const LOOKS_AGAIN = [
  /^(?:4-notify-police|5-notify-banks) .*TablesNoticesTable/u,
  /^(?:2-verify-people|3-assess-company) .*Tables(?:Verifications|Assessments)Table/u,
  /^1-read-file .*TablesFilesTable\w* \["coverage"/u,
  /^survey-province .*TablesFilesTable/u,
  /^3-assess-company .*TablesLinksTable\S* \S*"#band"\]$/u,
];
/**
 * A function that tries a write so often does not go on without it, unless it has found another state. Several messages of
 * one batch may be about one delivery, which each of them leaves to the function that has written it.
 */
const triesBefore = (folder: string): number => (folder === 'deliver-notice' ? 4 : 3);

/**
 * The items that a function left though another one had overtaken it. A delivery is not left where the function has sent
 * its own step a message about it.
 */
export const leftOvertaken = (
  { folder, reads }: StepDesign,
  overtaken: SimulatedInvocation['overtaken'],
  sent: InvocationTrace['sent'],
): readonly string[] =>
  [...overtaken].flatMap(([item, { times, looks }]) => {
    const isAskedAgain = sent.some(({ queue, body }) => queue === reads?.queue && item.includes(noticeIdIn(body)));
    const isLeft = times >= triesBefore(folder) && looks < 2 && !item.endsWith(AS_TOLD) && !isAskedAgain;
    return isLeft || LOOKS_AGAIN.some((one) => one.test(`${folder} ${item}`)) ? [item] : [];
  });

const noticeIdIn = (body: string): string => `"${String((JSON.parse(body) as { noticeId?: unknown }).noticeId)}"`;
