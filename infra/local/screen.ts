/** Shows what a run is doing: on a terminal in one changing line, elsewhere in a line every few seconds. */
export interface ProgressDisplay {
  /** Prints a step of the run, which stays on the screen. */
  step(sentence: string): void;
  /** Shows how far the step is; may be called at any rate. */
  now(sentence: string): void;
  /** Ends the changing line. */
  rest(): void;
}

const LINE_EVERY_MS = 5000;
/** The width of a terminal that does not report its own. */
const NARROWEST = 80;
const CLEAR_LINE = '\r\u001B[2K';

export function progressDisplay(stream: NodeJS.WriteStream, clock: () => number = Date.now): ProgressDisplay {
  let changing = false;
  let saidAt = clock();
  let said = '';
  const rest = () => {
    if (changing) stream.write('\n');
    changing = false;
  };
  return {
    rest,
    step(sentence) {
      rest();
      stream.write(`${sentence}\n`);
      saidAt = clock();
    },
    now(sentence) {
      if (sentence === said) return;
      if (stream.isTTY) {
        stream.write(CLEAR_LINE + sentence.slice(0, (stream.columns || NARROWEST) - 1));
        changing = true;
      } else {
        if (clock() - saidAt < LINE_EVERY_MS) return;
        stream.write(`${sentence}\n`);
        saidAt = clock();
      }
      said = sentence;
    },
  };
}
