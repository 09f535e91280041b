import { expect, it } from 'vitest';
import type { CaseLine, LogCause, LogLine } from '../spec/generated/event-log.ts';
import { summarize } from './summary.ts';
import { caseLine, footerLine, headerLine } from './testing/lines.ts';

function statesOf(...lines: LogLine[]): Readonly<Record<string, string>> {
  const { requirements } = summarize([headerLine(), ...lines]);
  return Object.fromEntries([...requirements].map(([id, { state }]) => [id, state]));
}

function wrongValue(requirements: string[]): Partial<CaseLine> {
  const cause: LogCause = {
    id: '0123456789ab',
    kind: 'wrong-value',
    path: '/nodes',
    level: 'documented',
    requirements,
    said: '',
  };
  return { outcome: 'fail', level: 'documented', broken: requirements, causes: [cause] };
}

const LISTED = { reason: 'later', link: null };
const BOTH = ['nodes/default', 'ports/range'];

it('says that a requirement failed only if a cause is about it', () => {
  expect(
    statesOf(
      caseLine({ requirements: BOTH }),
      caseLine({ requirements: BOTH, ...wrongValue(['nodes/default']) }),
    ),
  ).toEqual({ 'nodes/default': 'failed', 'ports/range': 'passed' });
});

it('says that a requirement is unclear if all of its cases failed because of others', () => {
  expect(statesOf(caseLine({ requirements: BOTH, ...wrongValue(['nodes/default']) }))).toEqual({
    'nodes/default': 'failed',
    'ports/range': 'unclear',
  });
});

it('says that a requirement is listed if the baseline lists all causes that are about it', () => {
  const failing = { requirements: ['nodes/default'], ...wrongValue(['nodes/default']) };
  expect(statesOf(caseLine({ ...failing, listed: LISTED }))['nodes/default']).toBe('listed');
  expect(statesOf(caseLine({ ...failing, listed: LISTED }), caseLine(failing))['nodes/default']).toBe(
    'failed',
  );
});

it('tells requirements that were not asked apart by the reason', () => {
  const footer = footerLine({
    coverage: { exercised: 0, missing: [], notApplicable: ['nodes/default'], notDeclared: ['ports/range'] },
  });
  expect(statesOf(footer)).toEqual({ 'nodes/default': 'not-applicable', 'ports/range': 'not-declared' });
  expect(
    statesOf(
      caseLine({ requirements: ['nodes/default'], outcome: 'unsupported' }),
      caseLine({ requirements: ['ports/range'], outcome: 'not-run' }),
    ),
  ).toEqual({ 'nodes/default': 'unsupported', 'ports/range': 'not-exercised' });
});

it('counts cases by requirement, without ids that the header does not name', () => {
  const { requirements } = summarize([
    headerLine(),
    caseLine({ requirements: [...BOTH, 'no/such'] }),
    caseLine({ requirements: BOTH, outcome: 'not-run' }),
    caseLine({ requirements: ['ports/range'], outcome: 'unsupported' }),
    caseLine({ requirements: ['ports/range'], ...wrongValue(['ports/range']) }),
    caseLine({ requirements: ['ports/range'], ...wrongValue(['ports/range']), listed: LISTED }),
  ]);
  expect([...requirements.keys()]).toEqual(BOTH);
  expect(requirements.get('ports/range')?.counts).toEqual({
    asked: 4,
    passed: 1,
    failed: 1,
    listed: 1,
    unsupported: 1,
    notRun: 1,
  });
});

it('names the causes that are about a requirement, with its sentence and the words of the page', () => {
  const page = ['Number of nodes. Defaults to 1.'];
  const { requirements, causes } = summarize([
    headerLine({
      requirements: { 'nodes/default': { topic: 'run', level: 'documented', sentence: 'It is 1.', page } },
    }),
    caseLine({ requirements: ['nodes/default'], ...wrongValue(['nodes/default']) }),
  ]);
  expect(requirements.get('nodes/default')).toMatchObject({
    topic: 'run',
    level: 'documented',
    sentence: 'It is 1.',
    page,
    causes: causes.map(({ id }) => id),
  });
});
