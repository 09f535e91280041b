import { expect, test } from 'vitest';
import { haveWrongReference, refersToGroups } from './groups-reference.ts';

/** Two groups, of one node and of two. */
const SIZES = [1, 2];

test.each([
  'a',
  '${{ groups[0].nodes[0].IP_ADDRESS }}',
  '${{groups[01].nodes[1].IP_ADDRESS}} ${{\u2003groups[1].nodes[0].IP_ADDRESS\x1c}}',
  '$${{ groups }}',
  '${{ groups.x',
  '${{ groups.x }',
  '${{ groups.x } }}',
  '${{}}',
  '${{ env.X }} {{ groups }}',
  '${{ groupsx }} ${{ Groups[9] }} ${{ x.groups }}',
  '${{ x ${{ groups }}',
])('%s is right', (command) => {
  expect(haveWrongReference([command], () => SIZES)).toBe(false);
});

test.each([
  '${{ groups[2].nodes[0].IP_ADDRESS }}',
  '${{ groups[0].nodes[1].IP_ADDRESS }}',
  '${{ groups[-1].nodes[0].IP_ADDRESS }}',
  '${{ groups[0].nodes[0].ip }}',
  '${{ groups }}',
  '${{\tgroups\n}}',
  '${{ groups[0] }}',
  '${{ groups.x }}',
  'a ${{ env.X }} ${{ groups[0].nodes[0].IP_ADDRESS.x }}',
  '$ ${{ groups.x }}',
  '${{ x ${{ groups[9].nodes[0].IP_ADDRESS }}',
])('%s is wrong', (command) => {
  expect(haveWrongReference(['a', command], () => SIZES)).toBe(true);
});

test.each([
  ['${{ groups[0].nodes[0].IP_ADDRESS }}', true],
  ['${{ groups }}', true],
  ['$${{ groups }}', false],
  ['groups', false],
])('whether %s refers to groups: %s', (text, refers) => {
  expect(refersToGroups(text)).toBe(refers);
});

test('a text of beginnings without an end is read fast', () => {
  expect(haveWrongReference(['${{ groups '.repeat(100_000)], () => SIZES)).toBe(false);
});
