export type PassPoint = (point: string) => Promise<void>;

/** Places in the flow's work at which a test does something once; an action that throws is a crash there. */
export function flowPoints() {
  const actions = new Map<string, () => Promise<void> | void>();
  const passes = async (point: string) => {
    const action = actions.get(point);
    actions.delete(point);
    await action?.();
  };
  return {
    passes,
    at: (point: string, action: () => Promise<void> | void): unknown => actions.set(point, action),
    notPassed: (): readonly string[] => [...actions.keys()],
  };
}
