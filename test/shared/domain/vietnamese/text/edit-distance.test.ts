import { describe, expect, it } from 'vitest';
import { editDistance } from '#shared/domain/vietnamese/text/edit-distance.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['donlad', 'donald', 1],
    ['ca', 'abc', 3],
  ])('the edit distance of %s to %s is %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
    expect(editDistance(other, one)).toBe(distance);
  });
});
