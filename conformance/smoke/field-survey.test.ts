import { describe, expect, it } from 'vitest';
import { builtProgram } from '../faulty/table/build-program.ts';
import { scriptedChild } from '../testing/scripted.ts';
import { EDITION } from '../testing/edition.ts';
import { surveyFields, type FieldSurvey } from './field-survey.ts';

const LIMITS = { timeoutMs: 5000, startupTimeoutMs: 20_000 };

async function survey(fault: string, fields?: readonly string[]): Promise<FieldSurvey> {
  const command = [...(await builtProgram()), '--fault', fault];
  return surveyFields({ edition: EDITION, command, ...LIMITS }, { fields });
}

describe('a survey of fields', () => {
  it('names the fields that are right, and what is wrong about the others', async () => {
    const { right, open, general } = await survey('default-stop-duration');
    expect(open).toEqual([{ field: 'stop_duration', requirements: ['stop_duration/default'] }]);
    expect(right).toHaveLength(EDITION.grammar.fields.length - 1);
    expect(general).toEqual([]);
  });

  it('names what is wrong about no field', async () => {
    const { general } = await survey('names-in-camel-case');
    expect(general).toEqual(['document/known-fields']);
  });

  it('asks about nothing but the declared fields', async () => {
    const fields = ['nodes', 'commands', 'resources.gpu'];
    expect(await survey('declares-some', fields)).toEqual({
      right: ['nodes', 'resources.gpu', 'commands'],
      open: [],
      general: [],
    });
  });

  it('finds nothing right in a program that refuses everything', async () => {
    const command = scriptedChild('{}', 'act = (id) => { result(id, { rejected: [] }); };');
    const { right, open } = await surveyFields({ edition: EDITION, command, ...LIMITS }, {});
    expect(right).toEqual([]);
    expect(open).toHaveLength(EDITION.grammar.fields.length);
  });
});
