import type { TransportFault } from '../programs/faults.ts';
import type { OutcomeKind, Row, RunFaultKind } from './row.ts';

type Counts = Partial<Record<OutcomeKind, number>>;

/** Programs with right answers that break the protocol. */
export const PROTOCOL_ROWS: readonly Row[] = [
  // Framing
  chosen('bad-json', 'One answer is no JSON.', 'bad-json'),
  stray('bad-json-on-fifth', 'The fifth answer of each process is the beginning of one.', 'bad-json'),
  chosen('bare-nan', 'One answer holds NaN.', 'bad-json'),
  all('python-quotes', 'Every answer is what Python prints of it.', 'bad-json'),
  all('pretty-json', 'Every answer is spread over lines.', 'bad-json'),
  chosen('half-line-then-silence', 'It stops in the middle of an answer.', 'hang'),
  silent(
    unsteadily(1, chosen('half-line-and-on', 'Half an answer is followed by the next ones.', 'bad-json')),
  ),
  chosen('half-line-then-exit', 'It exits in the middle of an answer.', 'crash'),
  chosen('no-newline-then-exit', 'It exits before the newline of an answer.', 'no-newline'),
  silent(two('no-newlines', 'No answer ends in a newline.', 'protocol-error', 'no-newline')),
  chosen('line-of-100-mb', 'One answer is 100 MB long.', 'too-long'),
  chosen('endless-garbage', 'Instead of one answer it writes without end.', 'too-long'),
  chosen('endless-lines', 'Instead of one answer it writes lines without end.', 'stray-output'),
  chosen('drips-for-ever', 'Instead of one answer it writes a byte now and then.', 'hang'),
  chosen('invalid-utf8', 'One answer is Latin-1.', 'invalid-utf8'),
  chosen('prompt-after-chosen', 'It prints a prompt after one answer.', 'stray-output'),
  all('prompt-after-every-answer', 'It prints a prompt after every answer.', 'stray-output'),
  stray('prompt-after-the-handshake', 'It prints a prompt when it has introduced itself.', 'stray-output'),
  stray('prompt-a-moment-after-chosen', 'A prompt follows one answer a moment later.', 'stray-output'),
  chosen('nul-after-chosen', 'A NUL follows one answer.', 'stray-output'),
  chosen('half-line-after-chosen', 'The beginning of a line follows one answer.', 'stray-output'),
  chosen('timing-line-after-chosen', 'It prints the time after one answer.', 'stray-output'),
  chosen('timing-line-after-chosen-in-lock-step', 'The next question is on its way.', 'stray-output'),
  chosen('utf-16-on-chosen', 'One answer is UTF-16, and half its newline is left over.', 'invalid-utf8'),
  chosen('utf-16-on-chosen-in-lock-step', 'The next answer seems to be spoilt.', 'invalid-utf8'),
  chosen('latin-1-after-chosen', 'A byte that is no UTF-8 follows one answer.', 'stray-output'),
  chosen('byte-order-mark-on-chosen', 'One answer begins with a byte-order mark.', 'byte-order-mark'),
  chosen('byte-order-mark-inside', 'One answer has it after the brace.', 'byte-order-mark'),
  chosen('form-feed-before', 'A form feed stands before one answer.', 'stray-output'),
  chosen('no-break-space-behind', 'A no-break space ends the line of one answer.', 'bad-json'),
  chosen('line-separator-inside', "One answer has Unicode's line separator between two keys.", 'bad-json'),
  all('utf-16', 'Every answer is UTF-16.', 'invalid-utf8'),
  all('byte-order-mark', 'Every answer begins with a byte-order mark.', 'byte-order-mark'),
  chosen('stray-print', 'It prints a line before one answer.', 'stray-output'),
  chosen('stray-print-on-the-same-line', 'It prints a word before one answer.', 'stray-output'),
  chosen('stray-log-line', 'The line looks like a list.', 'stray-output'),
  chosen('stray-blank-line', 'The line is empty.', 'stray-output'),
  all('stray-print-always', 'It prints a line before every answer.', 'stray-output'),
  unusable('stray-print-at-start', 'It prints a line when it starts.'),

  row('escape-sequences-everywhere', 'It rejects everything, in colour.', { pass: 6, fail: 14 }),

  // Shapes
  chosen('rpc-error', 'One answer is an error.', 'rpc-error'),
  row(
    'rpc-error-on-invalid',
    'Invalid documents give errors.',
    { pass: 14, 'protocol-error': 6 },
    'rpc-error',
  ),
  chosen('notification', 'It sends a notification.', 'wrong-shape'),
  chosen('request-under-the-id', 'It asks us something under the id of our question.', 'wrong-shape'),
  chosen('batch', 'One answer is a list of answers.', 'wrong-shape'),
  chosen('not-an-object', 'One answer is true.', 'stray-output'),
  all('id-as-text', 'Ids come back as text.', 'wrong-shape'),
  chosen('id-null', 'One id comes back as null.', 'wrong-shape'),
  chosen('id-missing', 'One id does not come back.', 'wrong-shape'),
  all('jsonrpc-missing', 'No answer says which JSON-RPC it is.', 'wrong-shape'),
  chosen('jsonrpc-1', 'One answer says 1.0.', 'wrong-shape'),
  chosen('result-and-error', 'One answer is both.', 'wrong-shape'),
  chosen('no-result', 'One answer is neither.', 'wrong-shape'),
  chosen('null-result', 'One result is null.', 'wrong-shape'),
  chosen('empty-result', 'One result is empty.', 'wrong-shape'),
  chosen('accepted-and-rejected', 'One result is both.', 'wrong-shape'),
  chosen('accepted-text', 'One result accepts with a text.', 'wrong-shape'),
  chosen('accepted-null', 'One result accepts with null.', 'wrong-shape'),
  chosen('rejected-text', 'One result rejects with a text.', 'wrong-shape'),
  chosen('rejected-list-of-texts', 'One result rejects with a list of texts.', 'wrong-shape'),
  chosen('unsupported-true', 'One result does not say what is unsupported.', 'wrong-shape'),

  // Sizes
  blaming(
    ['chosen'],
    row('endless-lists', 'One answer has 150,000 items in each list.', { pass: 19, fail: 1 }),
  ),
  row('endless-texts', 'It rejects everything, with 200 KB of reasons.', { pass: 6, fail: 14 }),

  // Sequence
  unsteadily(
    20,
    row('answers-swapped', 'Of two questions, each gets the answer of the other.', { fail: 20 }),
  ),
  // When the cases are asked again in the same order, all but one get the same wrong answer again.
  unsteadily(
    1,
    row('answers-one-behind', 'Each answer is that of the question before.', { pass: 1, fail: 19 }),
  ),
  all('answers-twice', 'Every answer comes twice.', 'repeated-id'),
  chosen('answers-chosen-twice', 'One answer comes twice.', 'repeated-id'),
  stray('answers-chosen-again-later', 'One answer comes again after the next.', 'repeated-id'),
  chosen('answers-no-then-yes', 'One answer is a rejection, and then another one.', 'repeated-id'),
  chosen('answers-late', 'One answer comes after the time is over.', 'hang'),
  chosen('answers-unknown-id', 'Before one answer comes one to nothing.', 'unknown-id'),
  chosen('answers-ahead', 'After one answer comes one to the next question.', 'unasked'),
  chosen('answers-under-the-next-id', 'One answer has the id of the next question.', 'unasked'),
  chosen('answers-under-the-next-id-in-lock-step', 'Which is not asked yet.', 'unasked'),
  silent(
    chosen('answers-under-the-id-before', 'One answer has the id of the question before.', 'repeated-id'),
  ),
  silent(chosen('answers-under-the-id-before-in-lock-step', 'Which was answered.', 'repeated-id')),
  stray('answers-before-any-question', 'The first answer comes with the introduction.', 'unasked'),
  unusable('answers-before-the-handshake', 'It answers before it is asked anything.'),
  unsteadily(
    1,
    row('answers-the-second-time-differently', 'Asked again, it changes its mind.', { pass: 19, fail: 1 }),
  ),
  row('answers-worse-with-time', 'It rejects all but the first document.', { pass: 7, fail: 13 }),
  chosen(
    'repeats-the-first-answer-for-ever',
    'Instead of one answer it repeats another.',
    'hang',
    'repeated-id',
  ),

  // Crashes and hangs
  unusable('exits-at-start', 'It exits at once.'),
  unusable('exits-at-start-with-0', 'It exits at once, and is content.'),
  two('exits-after-the-handshake', 'It introduces itself and exits.', 'crash', 'crash'),
  chosen('exits-on-chosen-with-0', 'It exits with 0 on one input.', 'crash'),
  chosen('exits-on-chosen-with-1', 'It exits with 1 on one input.', 'crash'),
  chosen('killed-on-chosen', 'It is killed on one input.', 'crash'),
  chosen('aborts-on-chosen', 'It aborts on one input.', 'crash'),
  chosen('throws-on-chosen', 'It throws on one input.', 'crash'),
  blaming(['ports'], row('exits-on-open-port', 'It exits on `*:443`.', { pass: 19, crash: 1 }, 'crash')),
  stray('exits-on-fifth', 'Each process exits on its fifth input.', 'crash'),
  chosen('exits-after-chosen', 'It answers one input and exits.', 'crash'),
  chosen('hangs-after-chosen', 'It answers one input and reads no more.', 'hang'),
  chosen('hangs-after-chosen-in-lock-step', 'So that the next one seems to hang.', 'hang'),
  chosen('hangs-after-rejecting-chosen-in-lock-step', 'The answer is wrong besides.', 'hang'),
  chosen('exits-after-rejecting-chosen', 'It answers one input wrongly and exits.', 'crash'),
  chosen('exits-after-rejecting-chosen-in-lock-step', 'So that the next one seems to crash.', 'crash'),
  silent(
    chosen('prints-and-hangs-on-chosen', 'It prints a line instead of an answer, and hangs.', 'stray-output'),
  ),
  silent(
    chosen('prints-and-hangs-on-chosen-in-lock-step', 'So that the next one seems to hang.', 'stray-output'),
  ),
  stray('exits-after-the-last', 'It answers the last question and exits.', 'crash'),
  row('exits-on-every-invalid', 'It exits on every invalid input.', { pass: 14, crash: 6 }, 'crash'),
  two('exits-on-everything', 'It exits on every input.', 'crash', 'crash'),
  passing('exits-with-1-at-goodbye', 'It exits with 1 when all is done.'),
  unusable('hangs-at-start', 'It is busy for ever.'),
  two('hangs-after-the-handshake', 'It introduces itself and reads no more.', 'hang', 'hang'),
  chosen('hangs-on-chosen', 'It does not answer one input.', 'hang'),
  blaming(['ports'], row('hangs-on-open-port', 'It does not answer `*:443`.', { pass: 19, hang: 1 }, 'hang')),
  chosen('hangs-busily-on-chosen', 'One input keeps it busy for ever.', 'hang'),
  two('hangs-on-everything', 'It answers nothing.', 'hang', 'hang'),
  chosen('stops-itself-on-chosen', 'It stops as by Ctrl-Z on one input.', 'hang'),
  unusable('never-reads', 'It reads nothing.'),
  chosen('stops-reading-on-chosen', 'It reads nothing after one input.', 'hang'),
  chosen('closes-stdout-on-chosen', 'It closes its output and lives on.', 'crash'),

  // Handshake
  unusable('wrong-protocol-version', 'It speaks protocol 2.'),
  unusable('protocol-as-text', "It speaks protocol '1'."),
  unusable('protocol-too-deep', 'Its version is a list of lists of lists, 20,000 deep.'),
  unusable('protocol-missing', 'It does not say what it speaks.'),
  unusable('implementation-without-name', 'It has no name.'),
  unusable('inputs-none', 'It takes nothing.'),
  unusable('inputs-missing', 'It does not say what it takes.'),
  unusable('inputs-unknown', 'It takes TOML.'),
  unusable('window-zero', 'It takes no question.'),
  unusable('window-text', 'Its window is a text.'),
  unusable('handshake-refused', 'It does not know the method initialize.'),
  unusable('handshake-unanswered', 'It does not answer initialize.'),
  unusable('handshake-garbage', 'It prints its usage.'),
  unusable('handshake-for-another-id', 'It answers with another id.'),
  stray('handshake-twice', 'It introduces itself twice.', 'repeated-id'),
  { ...unusable('no-such-program', 'It does not exist.'), command: ['/nonexistent/program'] },
  { ...unusable('no-program', 'It is a folder.'), command: ['/'] },
  withYaml('offers-yaml-but-refuses-it', 'YAML gives an error.', { 'protocol-error': 3 }, 'rpc-error'),
  withYaml('offers-yaml-but-rejects-it', 'YAML is always rejected.', { pass: 1, fail: 2 }),
  withYaml('offers-yaml-but-dies-of-it', 'YAML kills it.', { crash: 3 }, 'crash'),
  incomplete('supports-nothing', 'Everything is unsupported.', { unsupported: 20 }),
  incomplete('supports-all-but-chosen', 'One input is unsupported.', { pass: 19, unsupported: 1 }),

  // What it leaves behind
  passing('ignores-goodbye', 'It does not go when it is told to.'),
  passing('ignores-sigterm', 'It does not go when it is made to.'),
  chosen('ignores-sigterm-and-hangs', 'It hangs on one input and does not go.', 'hang'),
  passing('leaves-a-child', 'It leaves a child behind.'),
  passing('leaves-a-child-on-stdout', 'The child holds its output open.'),
  passing('leaves-a-detached-child', 'The child is in a session of its own.'),
  passing('leaves-a-detached-child-on-stdout', 'And holds its output open.'),
  chosen('leaves-a-detached-child-and-dies', 'It leaves a child behind when it crashes.', 'crash'),
  unusable('forks-away', 'It goes on in another process, and exits.'),

  // Odd, and right
  passing('honest', 'Nothing is.'),
  passing('noisy-stderr', 'It writes warnings and errors to stderr.'),
  passing('slow', 'It takes its time.'),
  passing('out-of-order', 'It answers the last question first.'),
  passing('in-fragments', 'It writes a few bytes at a time.'),
  passing('blanks-between-tokens', 'It writes JSON with blanks.'),
  passing('escaped-unicode', 'It writes JSON in ASCII.'),
  passing('carriage-returns', 'Its lines end in CR LF.'),
  passing('keys-reversed', 'The result comes before the id.'),
  passing('other-spelling', 'It writes mappings for ranges, seconds for minutes, no defaults.'),
  passing('floats-in-another-order', 'It writes numbers in env, and the id after the result.'),
  passing('float-for-integer', 'It writes 1.0 for 1.'),
  passing('tpu-by-its-old-names', 'It writes `tpu` for google, and `tpu-v3` for v3.'),
  passing('rejected-without-paths', 'It does not say where.'),
  passing('rejected-without-messages', 'It does not say what.'),
  passing('rejected-in-silence', 'It does not say anything.'),
  passing('rejected-with-more-members', 'It says more than is asked for.'),
  passing('rejected-with-escape-sequences', 'Its messages are red.'),
  passing('first-violation-only', 'It stops at the first violation.'),
  passing('introduction-with-more-members', 'It says more than is asked for.'),
  passing('introduction-with-escape-sequences', 'Its name clears the screen.'),
  passing('introduction-of-a-megabyte', 'Its name does not end.'),
  passing('lock-step', 'It takes one question at a time.'),
  passing('window-missing', 'It takes one question at a time.'),
  passing('window-huge', 'It takes a billion questions at a time.'),
  passing('goodbye-without-answer', 'It just goes.'),
];

function row(name: TransportFault, wrong: string, counts: Counts, ...faults: RunFaultKind[]): Row {
  const expected = { grade: 'non-conformant', exitCode: 1, counts, faults } as const;
  return { name, wrong, mode: 'protocol', cases: 'twenty', expected };
}

/** Makes a row in which only the chosen case fails, whatever else is in flight. */
function chosen(name: TransportFault, wrong: string, fault: RunFaultKind, ...others: RunFaultKind[]): Row {
  const kind = fault === 'crash' || fault === 'hang' ? fault : 'protocol-error';
  return blaming(['chosen'], row(name, wrong, { pass: 19, [kind]: 1 }, fault, ...others));
}

function all(name: TransportFault, wrong: string, fault: RunFaultKind): Row {
  return row(name, wrong, { 'protocol-error': 20 }, fault);
}

/** Makes a row with a fault that no case causes on its own. It counts against the run. */
function stray(name: TransportFault, wrong: string, fault: RunFaultKind): Row {
  return row(name, wrong, { pass: 20 }, fault);
}

/** Makes a row in which exactly these cases fail. */
function blaming(names: readonly string[], { expected, ...rest }: Row): Row {
  return { ...rest, expected: { ...expected, culprits: names.map((name) => `faulty/${name}`) } };
}

/** Makes a row in which this many failures have a different second outcome. */
function unsteadily(nondeterministic: number, { expected, ...rest }: Row): Row {
  return { ...rest, expected: { ...expected, nondeterministic } };
}

/** Marks a row whose program leaves a question without an answer, although its fault has another name. */
function silent(row: Row): Row {
  return { ...row, fallsSilent: true };
}

/** Makes a row in which all cases fail slowly, so that two cases are enough. */
function two(
  name: TransportFault,
  wrong: string,
  kind: 'crash' | 'hang' | 'protocol-error',
  fault: RunFaultKind,
): Row {
  return { ...row(name, wrong, { [kind]: 2 }, fault), cases: 'two' };
}

function withYaml(name: TransportFault, wrong: string, yaml: Counts, ...faults: RunFaultKind[]): Row {
  const counts = { ...yaml, pass: 20 + (yaml.pass ?? 0) };
  return { ...row(name, wrong, counts, ...faults), cases: 'with-yaml' };
}

function incomplete(name: string, wrong: string, counts: Counts): Row {
  return {
    name,
    wrong,
    mode: 'protocol',
    cases: 'twenty',
    expected: { grade: 'incomplete', exitCode: 3, counts },
  };
}

/** Makes a row in which no case can be asked. */
function unusable(name: string, wrong: string): Row {
  return incomplete(name, wrong, { 'not-run': 20 });
}

function passing(name: TransportFault, wrong: string): Row {
  const expected = { grade: 'drop-in', exitCode: 0, counts: { pass: 20 } } as const;
  return { name, wrong, mode: 'protocol', cases: 'twenty', expected };
}
