const FRAMES = 6;
/** The file, line and column at the end of a frame. Names of functions and folders are left out. */
const POSITION = /([\w.-]+\.[cm]?[jt]sx?:\d+:\d+)\)?$/u;
/** What stands before an error's text. */
const HEADER = /^(?:\w+(?: \[\w+\])?: )?$/u;

/**
 * Where an error was thrown, as `index.mjs:3:4711 < index.mjs:3:960`, the innermost first, or undefined where it is not known.
 * The text of the error, which may hold personal data and look like frames, is never read: frames are what follows it.
 * A release's source maps (`source-maps/<step>.mjs.map`) tell the line of the source.
 */
export function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.stack) return undefined;
  const { stack, message } = error;
  const begins = stack.indexOf(message);
  if (!HEADER.test(stack.slice(0, begins))) return undefined;
  const positions = stack
    .slice(begins + message.length)
    .split('\n')
    .flatMap((frame) => POSITION.exec(frame)?.[1] ?? []);
  return positions.length > 0 ? positions.slice(0, FRAMES).join(' < ') : undefined;
}
