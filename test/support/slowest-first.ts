import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The slowest files start first: one that starts last runs alone, and the other cores wait for it. */
export const slowestFirst = (slowest: RegExp) =>
  class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files);
      const isSlow = ({ moduleId }: TestSpecification) => slowest.test(moduleId);
      return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
    }
  };
