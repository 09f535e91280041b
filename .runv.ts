import { record, settingsFor } from './conformance/testing/run-scripted.ts';
import { VALUE_ROWS } from './conformance/faulty/table-values.ts';
import { commandOf } from './conformance/faulty/row.ts';
import { exampleCases } from './conformance/example-cases.ts';
const only = process.argv.slice(2);
const all = exampleCases();
console.log(all.length);
for (const row of VALUE_ROWS) {
  if (only.length && !only.includes(row.name)) continue;
  const t = Date.now();
  const cases = all.filter(c => c.input.kind === (row.name.startsWith('yaml') ? 'yaml':'json'));
  const r = await record(settingsFor(commandOf(row, ['node','/tmp/fp.mjs'])), cases, 50);
  const fails = r.results.filter(x => x.outcome.kind === 'fail');
  const other = r.results.filter(x => x.outcome.kind !== 'fail' && x.outcome.kind !== 'pass');
  const doc = fails.filter(x => (x.outcome as any).level === 'documented').length;
  const grade = doc ? 'non-conformant' : fails.length ? 'conformant' : 'drop-in';
  const want = new Set<string>([...row.expected.breaks!, ...row.expected.touches!]);
  const named = new Set<string>(fails.flatMap(x => (x.outcome as any).requirements));
  const missing = row.expected.breaks!.filter(b => !named.has(b));
  const outside = fails.filter(x => !(x.outcome as any).requirements.some((q: string) => want.has(q)));
  const ok = grade === row.expected.grade && !missing.length && !outside.length && !other.length && r.results.length === cases.length;
  console.log(ok ? 'ok  ' : '>>> ', row.name, Date.now()-t, 'ms', fails.length, 'fails', grade, ok ? '' : JSON.stringify({ missing, other: other.length, outside: outside.slice(0,60).map(x => x.test.id+' '+(x.outcome as any).level+' '+(x.outcome as any).requirements.join(' ')) , docs: grade!==row.expected.grade ? fails.filter(x => (x.outcome as any).level === 'documented').slice(0,4).map(x => x.test.id+' '+(x.outcome as any).requirements.join(' ')) : 0}));
}
