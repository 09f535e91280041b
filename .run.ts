import { record, settingsFor } from './conformance/testing/run-scripted.ts';
import { PROTOCOL_ROWS } from './conformance/faulty/table-protocol.ts';
import { CASES, YAML_CASES } from './conformance/faulty/cases.ts';
import { commandOf } from './conformance/faulty/row.ts';
import { findMarked } from './conformance/process-group.ts';
const only = process.argv.slice(2);
for (const row of PROTOCOL_ROWS) {
  if (only.length && !only.includes(row.name)) continue;
  const t = Date.now();
  const cases = row.cases==='twenty-three' ? [...CASES, ...YAML_CASES] : CASES;
  let timer: any;
  const ac = new AbortController();
  const r = await Promise.race([record(settingsFor(commandOf(row, ['node','/tmp/fp.mjs']), { timeoutMs: 500, startupTimeoutMs: 1500, maxMessageBytes: 1_000_000, signal: ac.signal }), cases, 50), new Promise<undefined>(d => { timer = setTimeout(() => {d(undefined)}, 30000); })]);
  clearTimeout(timer);
  if (!r) { console.log('!!! TIMEOUT', row.name); ac.abort(); await new Promise(d=>setTimeout(d,2000)); continue; }
  const counts: any = {}; for (const x of r.results) counts[x.outcome.kind] = (counts[x.outcome.kind] ?? 0)+1;
  if (r.results.length < cases.length) counts['not-run'] = cases.length - r.results.length;
  const faults = [...new Set([...r.results.flatMap(x => x.outcome.kind==='protocol-error' ? [x.outcome.fault.kind] : x.outcome.kind==='crash'||x.outcome.kind==='hang'?[x.outcome.kind]:[]), ...r.faults.map(f=>f.kind)])];
  const nd = r.results.filter(x => x.nondeterministic).length;
  const e = row.expected; const sort = (o: any) => JSON.stringify(Object.entries(o ?? {}).sort());
  const ok = sort(counts) === sort(e.counts) && JSON.stringify([...faults].sort()) === JSON.stringify([...(e.faults ?? [])].sort()) && nd === (e.nondeterministic ?? 0);
  const left = findMarked(r.run);
  console.log(ok && !left.length ? 'ok  ' : '>>> ', row.name, Date.now()-t, 'ms', ok ? '' : JSON.stringify({counts, faults, nd, runFaults: r.faults.map(f=>f.kind+': '+f.message.slice(0,100)), exp: e.counts, expf: e.faults}), left.length ? 'LEFT '+left : '', r.end.stopped ? 'stopped: '+r.end.stopped.slice(0,150) : '', r.notes.join('; '), 'restarts', r.end.restarts);
}
